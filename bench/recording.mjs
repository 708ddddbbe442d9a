// Makes an HTTP recording as Ruby's VCR writes it: each body a JSON text in a single-quoted YAML string, folded.

/** How many servers one answer lists. */
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

/** JSON as Python's json module writes it, which the clouds are written in. */
function spaced(json) {
  return json.replaceAll('":', '": ').replaceAll(',"', ', "').replaceAll('},{', '}, {');
}

/** A line break at a blank stands for the blank, so that lines keep to the width. */
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
