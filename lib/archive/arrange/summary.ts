import type { Post } from '../../model';
import type { Summary } from '../../store';
import { STOP_WORDS } from './stop-words';
import { Best, Tally } from './top';

const WORDS = /[\p{L}\p{M}'’]{2,}/gu;
/** Signs of scripts without spaces: runs of Han signs or Katakana are mostly nouns, the others mostly endings. */
const NO_SPACES = /[\u2e80-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const NOUNS = /\p{Script=Han}{2,6}|[\p{Script=Katakana}ー]{3,12}/gu;
const LONGEST = 30;
const NAMES_HELD = 200_000;

/** Gathers what the pictures of the archive page show, while the posts pass by once. */
export class SummaryMaker {
	private readonly months = new Map<string, { posts: number; reposts: number }>();
	private readonly hours = new Array<number>(168).fill(0);
	private readonly days = new Map<string, number>();
	private readonly mostLiked = new Best(20);
	private readonly mostReposted = new Best(20);
	private readonly mostAnswered = new Best(20);
	private readonly threads = new Best(500);
	private readonly people = new Tally(NAMES_HELD);
	private readonly tags = new Tally(NAMES_HELD);
	private readonly words = new Tally(NAMES_HELD);
	private first: string | undefined;

	/** Posts come from old to new; `answers` and `thread` are replies in the archive and the length of a thread. */
	add(post: Post, answers: number, thread: number): void {
		this.addMoment(post);
		if (post.repostOf) return;
		this.first ??= post.key;
		this.mostLiked.add(post.key, post.counts?.likes ?? 0);
		this.mostReposted.add(post.key, post.counts?.reposts ?? 0);
		this.mostAnswered.add(post.key, answers);
		if (thread >= 3) this.threads.add(post.key, thread);
		for (const { handle } of post.replyMentions ?? []) this.people.add(handle.toLowerCase());
		for (const facet of post.content.facets ?? []) {
			if (facet.type === 'mention') this.people.add(facet.handle.toLowerCase());
			if (facet.type === 'tag') this.tags.add(facet.tag.toLowerCase());
		}
		this.addWords(post);
	}

	private addMoment(post: Post): void {
		if (post.createdAt === undefined) return;
		const date = new Date(post.createdAt);
		const month = pad(date.getMonth() + 1);
		const key = `${date.getFullYear()}-${month}`;
		const counted = this.months.get(key) ?? { posts: 0, reposts: 0 };
		this.months.set(key, counted);
		if (post.repostOf) {
			counted.reposts++;
			return;
		}
		counted.posts++;
		const hour = ((date.getDay() + 6) % 7) * 24 + date.getHours();
		this.hours[hour] = (this.hours[hour] ?? 0) + 1;
		const day = `${month}-${pad(date.getDate())}`;
		this.days.set(day, (this.days.get(day) ?? 0) + 1);
	}

	private addWords(post: Post): void {
		const { text, facets } = post.content;
		let from = 0;
		let plain = '';
		for (const { start, end, type } of facets ?? []) {
			if (type === 'bold' || type === 'italic' || start < from) continue;
			plain += `${text.slice(from, start)} `;
			from = end;
		}
		for (const word of (plain + text.slice(from)).toLowerCase().match(WORDS) ?? [])
			this.addWord(word);
	}

	private addWord(word: string): void {
		if (NO_SPACES.test(word)) for (const noun of word.match(NOUNS) ?? []) this.words.add(noun);
		else if (word.length > 2 && word.length <= LONGEST && !STOP_WORDS.has(word))
			this.words.add(word);
	}

	finish(): Summary {
		return {
			zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
			months: Object.fromEntries(this.months),
			hours: this.hours,
			days: Object.fromEntries(this.days),
			mostLiked: this.mostLiked.list(),
			mostReposted: this.mostReposted.list(),
			mostAnswered: this.mostAnswered.list(),
			people: this.people.top(60),
			tags: this.tags.top(60),
			words: this.words.top(80),
			threads: this.threads.list(),
			...(this.first ? { first: this.first } : {}),
		};
	}
}

function pad(number: number): string {
	return number < 10 ? `0${number}` : String(number);
}
