export function stageExtension(root: string, folder: string): Promise<void>;
