import type { Attached, Limits, Verdict } from '../model';
import type { Norm } from './norm';
import { isWriting } from './writing';

type Said = Omit<Verdict, 'norm'>;

/** What the server would refuse of files: how many, what kind, how big, how long described. */
export const mediaLimits: Norm = {
	id: 'media-limits',
	check({ media = [] }, { kind, limits, host }) {
		// A window takes no files: they go by the clipboard, and its own network says how many.
		if (!isWriting(kind) || kind === 'hand-over') return [];
		return [...tooMany(media, limits, host), ...media.flatMap((file) => unfit(file, limits, host))];
	},
};

function tooMany(media: readonly Attached[], { media: most }: Limits, host: string): Said[] {
	if (media.length <= most) return [];
	const files = media.slice(most).map(({ file }) => file);
	const reason = { key: 'normTooManyFiles', parameters: { host, count: most } };
	const remedies = [{ do: 'dropFiles', files }] as const;
	return [{ verdict: 'block', by: 'limit', about: 'media', reason, remedies }];
}

function unfit(one: Attached, limits: Limits, host: string): Said[] {
	const { file, type, size = 0, alt = '' } = one;
	const found: Said[] = [];
	const common = { verdict: 'block', by: 'limit', about: 'media', file } as const;
	if (limits.mediaTypes && !limits.mediaTypes.includes(type)) {
		const reason = { key: 'normFileType', parameters: { host, type } };
		found.push({ ...common, reason, remedies: [{ do: 'dropFiles', files: [file] }] });
	}
	const isImage = type.startsWith('image/');
	const most = isImage ? limits.imageBytes : limits.videoBytes;
	if (most !== undefined && size > most) {
		const reason = {
			key: 'normFileSize',
			parameters: { host, most: Math.floor(most / 100_000) / 10 },
		};
		const shrink = { do: 'shrink', file, bytes: most } as const;
		const drop = { do: 'dropFiles', files: [file] } as const;
		found.push({ ...common, reason, remedies: isImage ? [shrink, drop] : [drop] });
	}
	if (limits.alt !== undefined && [...alt].length > limits.alt) {
		const reason = { key: 'normAltTooLong', parameters: { host, limit: limits.alt } };
		found.push({ ...common, reason, remedies: [{ do: 'writeAlt', file }] });
	}
	return found;
}
