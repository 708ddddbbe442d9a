// Generates an HTTP recording like those of Ruby's VCR: each body is JSON in a folded single-quoted YAML string.

/** How many servers an answer contains. */
const PAGE = 4;

const WIDTH = 80;
const INDENT = '        ';

/** @returns the servers as the answers of a recording, in YAML */
export function recordingOf(servers) {
  const pages = Array.from({ length: Math.ceil(servers.length / PAGE) }, (_, i) =>
    servers.slice(i * PAGE, (i + 1) * PAGE),
  );
  return `---\nhttp_interactions:\n${pages.map(interaction).join('')}recorded_with: VCR 6.3.1\n`;
}

function interaction(servers, page) {
  const body = spaced(JSON.stringify({ servers }));
  return `- request:
    method: get
    uri: https://compute.example.com/v2.1/servers/detail?limit=${PAGE}&page=${page}
    body:
      encoding: US-ASCII
      string: ''
    headers:
      Accept:
      - application/json
  response:
    status:
      code: 200
      message: ''
    headers:
      Content-Type:
      - application/json
      Content-Length:
      - '${body.length}'
      Openstack-Api-Version:
      - compute 2.1
      Vary:
      - OpenStack-API-Version, X-OpenStack-Nova-API-Version
      X-Compute-Request-Id:
      - req-5b6c791d-5709-4f36-8fbe-c3e02869e35d
      Date:
      - Sat, 21 Nov 2026 10:00:00 GMT
    body:
      encoding: UTF-8
      string: '${folded(body.replaceAll("'", "''"))}'
    http_version:
  recorded_at: Sat, 21 Nov 2026 10:00:00 GMT
`;
}

/** Adds the blanks of Python's json module, which the clouds use. */
function spaced(json) {
  return json.replaceAll('":', '": ').replaceAll(',"', ', "').replaceAll('},{', '}, {');
}

/** Folds a text: a line break in place of a blank stands for the blank, so lines keep to the width. */
function folded(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length < WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${INDENT}`);
}
