// The YAML extension's language service, with the table as a schema.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { wrongPlaces } from './wrong-places.mjs';

const SCHEMA_URI = 'bench://schema.json';

/** @returns a function that parses the text and asks for the hover and the completions at an offset */
export function yamlHover(text, schema, offset) {
  const service = serviceFor(schema, { hover: true, completion: true });
  const next = versionsOf(text);
  return async () => {
    const document = next();
    await service.doHover(document, document.positionAt(offset));
    await service.doComplete(document, document.positionAt(offset), false);
    return null;
  };
}

/** @returns a function that parses and validates the text and says how many servers are wrong */
export function yamlLanguageServer(text, schema) {
  const service = serviceFor(schema, { validate: true });
  const next = versionsOf(text);
  return async () => wrongPlaces(await service.doValidation(next(), false));
}

function serviceFor(schema, asked) {
  const service = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schema),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  const schemas = [{ uri: SCHEMA_URI, fileMatch: ['*'], schema }];
  service.configure({ validate: false, hover: false, completion: false, ...asked, schemas });
  return service;
}

/** The service keeps what it parsed of a version, so every round has to be a new one. */
function versionsOf(text) {
  let version = 0;
  return () => {
    version += 1;
    return TextDocument.create('bench://servers.yaml', 'yaml', version, text);
  };
}
