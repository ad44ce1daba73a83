import type { Post } from '../../model';
import type { Summary } from '../../store';
import { Best, Tally } from './top';
import { Words } from './words';

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
	private readonly words = new Words(NAMES_HELD);
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
		this.words.add(post.content.text, post.content.facets);
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
