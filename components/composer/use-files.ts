import { useState } from 'preact/hooks';
import type { DraftMedium, Text } from '../../lib/model';
import { putFile } from '../../lib/outbox';
import { textOf } from '../shared/said';
import type { Writer } from './writer';

export type Files = {
	/** `alts`: what the files show, in their order, where somebody has said it. */
	add(files: readonly File[], alts?: readonly (string | undefined)[]): void;
	/** Files that are being read. */
	working: number;
	/** Why the last one could not be taken. */
	problem: Text | undefined;
};

/** Takes files into a draft: their bytes into the store first, then their names into the draft. */
export function useFiles(writer: Writer): Files {
	const [working, setWorking] = useState(0);
	const [problem, setProblem] = useState<Text>();
	const take = async (file: File, alt: string | undefined): Promise<void> => {
		const kind = file.type.split('/')[0] ?? '';
		if (!/^(image|video|audio)$/.test(kind)) {
			setProblem({ key: 'fileNotMedia', parameters: { name: file.name } });
			return;
		}
		const size = kind === 'image' ? await sizeOf(file) : {};
		if (!size) {
			setProblem({ key: 'fileBroken', parameters: { name: file.name } });
			return;
		}
		// Where a photo was taken is nobody's business: what is sent does not say it, whatever the server would do.
		const { withoutPlace } = await import('./bare-file');
		const bare = await withoutPlace(file);
		const sha = await putFile(bare);
		const medium: DraftMedium = {
			file: sha,
			type: file.type,
			name: file.name,
			size: bare.size,
			...size,
			...(alt ? { alt } : {}),
			...(bare === file ? {} : { original: await putFile(file) }),
		};
		// The same picture twice is one: its bytes tell.
		writer.change(({ media }) =>
			media.some((one) => one.file === sha) ? {} : { media: [...media, medium] },
		);
	};
	const add: Files['add'] = (files, alts = []) => {
		// What a change does not name stays as it is: servers take no more files then.
		setProblem(writer.draft.edits && { key: 'filesStay' });
		if (writer.draft.edits) return;
		setWorking((n) => n + files.length);
		const all = files.reduce(
			(before, file, at) =>
				before
					.then(() => take(file, alts[at]))
					.catch((error: unknown) => {
						setProblem(textOf(error) ?? { key: 'fileNotKept', parameters: { name: file.name } });
						if (!textOf(error)) reportError(error);
					})
					.finally(() => setWorking((n) => n - 1)),
			Promise.resolve(),
		);
		void all;
	};
	return { add, working, problem };
}

/** Undefined for what says that it is a picture and is none that can be shown. */
async function sizeOf(file: File): Promise<{ width: number; height: number } | undefined> {
	try {
		const { width, height, close } = await createImageBitmap(file).then((bitmap) => ({
			width: bitmap.width,
			height: bitmap.height,
			close: () => bitmap.close(),
		}));
		close();
		return { width, height };
	} catch (error) {
		if (error instanceof DOMException) return undefined;
		throw error;
	}
}
