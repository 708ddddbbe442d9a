// VS Code's own JSON support, with the table as a schema.
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { wrongPlaces } from './wrong-places.mjs';

const SCHEMA_URI = 'bench://schema.json';

/** @returns a function that parses the text and asks for the hover and the completions at an offset */
export function jsonHover(text, schema, offset) {
  const service = serviceFor(schema);
  const next = versionsOf(text);
  return async () => {
    const document = next();
    const parsed = service.parseJSONDocument(document);
    await service.doHover(document, document.positionAt(offset), parsed);
    await service.doComplete(document, document.positionAt(offset), parsed);
    return null;
  };
}

/** @returns a function that parses and validates the text and says how many servers are wrong */
export function jsonLanguageService(text, schema) {
  const service = serviceFor(schema);
  const next = versionsOf(text);
  return async () => {
    const document = next();
    return wrongPlaces(await service.doValidation(document, service.parseJSONDocument(document)));
  };
}

function serviceFor(schema) {
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: SCHEMA_URI, fileMatch: ['*'], schema }] });
  return service;
}

function versionsOf(text) {
  let version = 0;
  return () => {
    version += 1;
    return TextDocument.create('bench://servers.json', 'json', version, text);
  };
}
