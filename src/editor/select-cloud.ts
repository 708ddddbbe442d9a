import { commands, type ExtensionContext, window } from 'vscode';
import { explainFile, type Options } from '../service';
import { saySource } from '../words';
import { ask } from './ask';
import { placesFor } from './cloud-places';
import { editorInFront } from './editor-in-front';
import { say } from './language';
import type { Served } from './served';
import { isServed } from './served-documents';

/** Registers `serverStatus.selectCloud`: names the cloud of a file, a folder, a workspace or all files. */
export function registerSelectCloud(context: ExtensionContext, served: Served): void {
  context.subscriptions.push(
    commands.registerCommand('serverStatus.selectCloud', async () => {
      const document = editorInFront()?.document;
      const look = document && isServed(document) ? await served.look(document) : undefined;
      if (document === undefined || look === undefined) {
        await window.showInformationMessage(say('Open a fixture first.'));
        return;
      }
      const { options } = look;
      const cloud = await pickCloud(explainFile(look.fixture, options).servers, options);
      if (cloud === undefined) return;
      // Read again: the text may have changed while the list was open.
      const { fixture } = await served.look(document);
      const present = { document, fixture, options };
      const place = await ask(await placesFor(cloud, present, served.configs), {
        title: say('Cloud: {cloud}', { cloud }),
        placeHolder: say('Where does it apply? The first match from top to bottom counts'),
      });
      await place?.run();
    }),
  );
}

/** Asks for a cloud. Marks those that the file's servers are currently checked against. */
async function pickCloud(
  servers: ReturnType<typeof explainFile>['servers'],
  { clouds }: Options,
): Promise<string | undefined> {
  const now = new Map(servers.map(({ cloud, because }) => [cloud, because]));
  const items = [...clouds.values()].map(({ id, title, sources }) => {
    const because = now.get(title);
    const description =
      because === undefined ? title : say('{cloud} · now: {reason}', { cloud: title, reason: because });
    return { label: id, description, detail: sources[0] ? saySource(say, sources[0]) : '' };
  });
  const auto = {
    label: 'auto',
    description: say('detected from the file, else OpenStack'),
    detail: '',
  };
  const picked = await ask([auto, ...items], {
    title: say('Select Cloud'),
    placeHolder: say('The cloud to check the servers against'),
    matchOnDescription: true,
  });
  return picked?.label;
}
