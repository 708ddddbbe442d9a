import {
  ConfigurationTarget,
  commands,
  type ExtensionContext,
  type QuickPickItem,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { explainFile, nameCloudInFile, newConfigFor, type Options, saySource, setCloud } from '../service';
import type { ConfigFiles } from './config-files';
import { editConfig } from './edit-config';
import { editorInFront } from './editor-in-front';
import type { FixtureCache } from './fixture-cache';
import { say } from './language';
import { optionsFor } from './options';
import { changeOf } from './ranges';
import { SAVE_CONFIG } from './silence-actions';

/** `serverStatus.selectCloud`: names the cloud of a file, a folder, a workspace or a person. */
export function registerSelectCloud(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  context.subscriptions.push(
    commands.registerCommand('serverStatus.selectCloud', async () => {
      const document = editorInFront()?.document;
      if (document === undefined) {
        await window.showInformationMessage(say('Open a fixture first.'));
        return;
      }
      const { options } = await optionsFor(document, configs);
      const cloud = await pickCloud(explainFile(fixtures.get(document), options).servers, options);
      if (cloud === undefined) return;
      const place = await window.showQuickPick(await placesFor(document, cloud, fixtures, configs), {
        title: say('Cloud: {cloud}', { cloud }),
        placeHolder: say('For what? The first that speaks counts, from top to bottom'),
      });
      await place?.run();
    }),
  );
}

/** Asks for a cloud; those that the file's servers are held to now are marked. */
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
    description: say('the one that the file gives away, else OpenStack'),
    detail: '',
  };
  const picked = await window.showQuickPick([auto, ...items], {
    title: say('Select Cloud'),
    placeHolder: say('The cloud whose table the servers are held to'),
    matchOnDescription: true,
  });
  return picked?.label;
}

type PlaceItem = QuickPickItem & { run(): Promise<unknown> };

/** Where the cloud can be named, the strongest place first. */
async function placesFor(
  document: TextDocument,
  cloud: string,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): Promise<PlaceItem[]> {
  const comment = cloud === 'auto' ? undefined : nameCloudInFile(fixtures.get(document), cloud);
  const config = await editConfig(document, configs, {
    create: () => newConfigFor(cloud),
    change: (text) => setCloud(text, cloud),
  });
  const items: (PlaceItem | undefined)[] = [
    comment && {
      label: say('This file'),
      description: say('a comment at its top'),
      run: async () => workspace.applyEdit(changeOf(document, [comment])),
    },
    config && {
      label: say('This folder'),
      description: workspace.asRelativePath(config.uri),
      run: async () => {
        await workspace.applyEdit(config.edit);
        if (!config.isDirty) await commands.executeCommand(SAVE_CONFIG, config.uri);
      },
    },
    workspace.workspaceFolders && setting(say('This workspace'), cloud, ConfigurationTarget.Workspace),
    setting(say('Everywhere'), cloud, ConfigurationTarget.Global),
  ];
  return items.filter((item) => item !== undefined);
}

function setting(label: string, cloud: string, target: ConfigurationTarget): PlaceItem {
  return {
    label,
    description: say('the setting serverStatus.cloud'),
    run: async () => workspace.getConfiguration('serverStatus').update('cloud', cloud, target),
  };
}
