import { ConfigurationTarget, type QuickPickItem, type TextDocument, workspace } from 'vscode';
import type { Fixture, Options } from '../service';
import { nameCloudInFile, unnameCloudInFile } from '../service/comments/name-cloud';
import { newConfigFor, newConfigOf, sayNext, sayStronger, setCloud, setFor } from '../service/config';
import type { ConfigFiles } from './config-files';
import { type ConfigEdit, editConfig, saveConfig, sayWritten } from './edit-config';
import { say } from './language';
import { changeOf } from './ranges';
import { settingsFor } from './settings';

/** A place where a cloud can be named, as an item of a list. */
export type PlaceItem = QuickPickItem & { run(): Promise<unknown> };

/** A file, and the options that currently apply to it. */
export interface Present {
  readonly document: TextDocument;
  readonly fixture: Fixture;
  readonly options: Options;
}

/**
 * Returns the places where the cloud can be named, the strongest first. Omits the file and the folder if they cannot
 * name one, or if `auto` would change nothing there.
 */
export async function placesFor(cloud: string, present: Present, configs: ConfigFiles): Promise<PlaceItem[]> {
  const places = [
    await thisFile(cloud, present, configs),
    await thisFolder(cloud, present, configs),
    workspace.workspaceFolders && setting(ConfigurationTarget.Workspace, cloud, present),
    setting(ConfigurationTarget.Global, cloud, present),
  ];
  return places.filter((place) => place !== undefined);
}

async function thisFile(
  cloud: string,
  present: Present,
  configs: ConfigFiles,
): Promise<PlaceItem | undefined> {
  const { document, fixture, options } = present;
  const named = cloud === 'auto' ? undefined : nameCloudInFile(fixture, cloud);
  const edits = cloud === 'auto' ? unnameCloudInFile(fixture) : named ? [named] : [];
  if (edits.length === 0) return cloud === 'auto' ? undefined : byOverride(cloud, present, configs);
  return {
    label: say('This file'),
    description:
      cloud === 'auto'
        ? together(say('removes the comment that names a cloud'), sayNext(options))
        : say('a comment at its top'),
    run: async () => workspace.applyEdit(changeOf(document, edits)),
  };
}

/** Names the cloud of a file that cannot contain comments, in a config. */
async function byOverride(
  cloud: string,
  { document, fixture, options }: Present,
  configs: ConfigFiles,
): Promise<PlaceItem | undefined> {
  // If an override already names a cloud for the file, "This folder" changes it.
  const config = await editConfig(document.uri, configs, {
    create: (file) => newConfigFor({ file }, { cloud }),
    change: (text, file) => setFor(text, { file }, { cloud }),
  });
  return (
    config &&
    placeIn(config, configs, {
      label: say('This file'),
      description: together(
        workspace.asRelativePath(config.uri),
        say('an override for this file'),
        sayStronger(fixture, options, 'config'),
      ),
    })
  );
}

/** Returns a place that is a config file. */
function placeIn(config: ConfigEdit, configs: ConfigFiles, item: QuickPickItem): PlaceItem {
  return {
    ...item,
    // An open config with unsaved changes is left for the user to save.
    run: async () => {
      await workspace.applyEdit(config.edit);
      if (!config.isDirty) await saveConfig(configs, config.uri, config.before);
    },
  };
}

async function thisFolder(
  cloud: string,
  { document, fixture, options }: Present,
  configs: ConfigFiles,
): Promise<PlaceItem | undefined> {
  let inOverride = false;
  const config = await editConfig(document.uri, configs, {
    create: () => newConfigOf(cloud),
    change: (text, path) => {
      const change = setCloud(text, cloud, path);
      inOverride = change?.inOverride ?? false;
      return change?.edits;
    },
  });
  if (config === undefined) return undefined;
  // `auto` removes the cloud from the config, so the setting applies.
  const without: Options = { ...options, cloud: settingsFor(document).cloud, cloudFrom: 'setting' };
  return placeIn(config, configs, {
    label: say('This folder'),
    description: together(
      workspace.asRelativePath(config.uri),
      inOverride ? say('its override for this file') : undefined,
      sayStronger(fixture, options, 'config') ?? (cloud === 'auto' ? sayNext(without) : undefined),
    ),
  });
}

/** Returns the setting as a place. */
function setting(
  target: ConfigurationTarget.Workspace | ConfigurationTarget.Global,
  cloud: string,
  { document, fixture, options }: Present,
): PlaceItem {
  const isGlobal = target === ConfigurationTarget.Global;
  const written = workspace.getConfiguration('serverStatus', document).inspect('cloud');
  // Only a multi-root workspace has settings for a folder.
  const ofFolder = workspace.workspaceFile && written?.workspaceFolderValue;
  const nearer = ofFolder ?? (isGlobal ? written?.workspaceValue : undefined);
  return {
    label: isGlobal ? say('Everywhere') : say('This workspace'),
    description: together(
      say('the setting serverStatus.cloud'),
      sayStronger(fixture, options, 'setting') ??
        (nearer === undefined ? undefined : say('a more specific setting takes precedence')),
    ),
    run: async () => {
      const before = isGlobal ? written?.globalValue : written?.workspaceValue;
      const set = (value: unknown) =>
        workspace.getConfiguration('serverStatus').update('cloud', value, target);
      await set(cloud);
      sayWritten(say('the setting serverStatus.cloud'), () => set(before));
    },
  };
}

function together(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}
