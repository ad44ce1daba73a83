import type { PickedFile } from '../../lib/archive';
import { SAMPLE_ID } from '../../lib/store';

const HANDLE = 'sample_lina';
const DAY_MS = 24 * 60 * 60_000;
/** The moment from which the numbers of posts count (facts/twitter-archive.md). */
const FIRST_MS = 1_288_834_974_657;

type SamplePost = {
	/** Days and hours before now. */
	days: number;
	hour: number;
	text: string;
	/** Answers the post before it in the list. */
	answers?: boolean | undefined;
	likes?: number | undefined;
};
type Sample = { name: string; posts: readonly SamplePost[] };

/** An invented life in a few posts, made now, as files of an archive: imported and removed as any other. */
export async function sampleFiles(language: string, now: number): Promise<PickedFile[]> {
	const { default: sample }: { default: Sample } =
		language === 'de' ? await import('./sample-de.json') : await import('./sample-en.json');
	const account = { accountId: SAMPLE_ID, username: HANDLE, accountDisplayName: sample.name };
	const tweets = rows(sample.posts, now);
	return [
		file('manifest', '__THAR_CONFIG', {
			userInfo: { accountId: SAMPLE_ID, userName: HANDLE, displayName: sample.name },
			archiveInfo: { generationDate: new Date(now).toISOString() },
			dataTypes: {},
		}),
		file('account', 'YTD.account.part0', [{ account }]),
		file('tweets', 'YTD.tweets.part0', tweets),
	];
}

function file(name: string, global: string, value: unknown): PickedFile {
	const text = `window.${global} = ${JSON.stringify(value)}`;
	return { file: new File([text], `${name}.js`), path: `sample/data/${name}.js` };
}

function rows(posts: readonly SamplePost[], now: number): unknown[] {
	const today = now - (now % DAY_MS);
	const moments = posts.map(({ days, hour }, i) => today - days * DAY_MS + hour * 3_600_000 + i);
	const ids = moments.map((at) => String(BigInt(at - FIRST_MS) << 22n));
	return posts.map(({ text, answers, likes = 0 }, i) => ({
		tweet: {
			id_str: ids[i],
			created_at: spelled(moments[i] ?? now),
			full_text: text,
			favorite_count: String(likes),
			retweet_count: '0',
			entities: { hashtags: hashtags(text), urls: [], user_mentions: [] },
			...(answers
				? {
						in_reply_to_status_id_str: ids[i - 1],
						in_reply_to_user_id_str: SAMPLE_ID,
						in_reply_to_screen_name: HANDLE,
					}
				: {}),
		},
	}));
}

/** As X writes moments: `Wed Oct 10 20:19:24 +0000 2018`. */
function spelled(at: number): string {
	const [week = '', day = '', month = '', year = '', time = ''] = new Date(at)
		.toUTCString()
		.replace(',', '')
		.split(' ');
	return `${week} ${month} ${day} ${time} +0000 ${year}`;
}

function hashtags(text: string): { text: string; indices: [string, string] }[] {
	return [...text.matchAll(/#(\p{L}+)/gu)].map((found) => ({
		text: found[1] ?? '',
		indices: [String(found.index), String(found.index + found[0].length)],
	}));
}
