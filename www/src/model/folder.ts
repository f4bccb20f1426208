import { isLitter, MOST_FILES } from "tender-check";

/**
 * The files that were dropped, those of folders in them too. A file of a folder is named by its path in it; where more
 * than one thing was dropped the path begins with the folder. To be called while the event is handled: the browser
 * forgets afterwards what was dropped.
 */
export function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const files = [...transfer.files];
  const entries = [...transfer.items].filter(({ kind }) => kind === "file").map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(files);
  const alone = entries.length === 1;
  return walk(entries.filter((entry) => entry !== null), (path) => (alone ? within(path) : path));
}

/** The files of a folder that was chosen, named by their paths in it. */
export function chosenFiles(files: Iterable<File>): File[] {
  const all = [...files].filter(({ webkitRelativePath }) => !isLitter(within(webkitRelativePath)));
  return inOrder(all.map((file) => named(file, within(file.webkitRelativePath))));
}

/** All files below these, as many as a pack may have and one more, which tells that there are more. */
async function walk(entries: readonly FileSystemEntry[], nameOf: (path: string) => string): Promise<File[]> {
  const files: File[] = [];
  const waiting = [...entries];
  for (let entry = waiting.pop(); entry !== undefined && files.length <= MOST_FILES; entry = waiting.pop()) {
    const name = nameOf(entry.fullPath.replace(/^\//u, ""));
    if (isLitter(name)) continue;
    if (isFolder(entry)) waiting.push(...(await entriesOf(entry)));
    else if (isFile(entry)) files.push(named(await fileOf(entry), name));
  }
  return inOrder(files);
}

/** What is in a folder. A browser gives some at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A path without the folder that it begins with. */
function within(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}

/** The file under another name; its bytes are not copied. */
function named(file: File, name: string): File {
  const { type, lastModified } = file;
  return new File([file], name, { type, lastModified });
}

/** In the order in which a folder is read everywhere here: that of the paths. */
function inOrder(files: File[]): File[] {
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
