// The YAML extension's language service, with the table as a schema.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { wrongPlaces } from './wrong-places.mjs';

const SCHEMA_URI = 'bench://schema.json';

/** @returns a function that parses the text and asks for the hover and the completions at an offset */
export function yamlHover(text, schema, offset) {
  const service = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schema),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    validate: false,
    hover: true,
    completion: true,
    schemas: [{ uri: SCHEMA_URI, fileMatch: ['*'], schema }],
  });
  let version = 0;
  return async () => {
    version += 1;
    const document = TextDocument.create('bench://servers.yaml', 'yaml', version, text);
    await service.doHover(document, document.positionAt(offset));
    await service.doComplete(document, document.positionAt(offset), false);
    return null;
  };
}

/** @returns a function that parses and validates the text and says how many servers are wrong */
export function yamlLanguageServer(text, schema) {
  const service = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schema),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    validate: true,
    hover: false,
    completion: false,
    schemas: [{ uri: SCHEMA_URI, fileMatch: ['*'], schema }],
  });
  // The service keeps what it parsed of a version, so that every round has to be a new one.
  let version = 0;
  return async () => {
    version += 1;
    const document = TextDocument.create('bench://servers.yaml', 'yaml', version, text);
    return wrongPlaces(await service.doValidation(document, false));
  };
}
