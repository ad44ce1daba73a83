import { answered, written } from '../../../fixtures/archive/real/texts';
import type { Post } from '../model';
import { image } from './pictures';
import type { Stage } from './stage';
import type { Townsperson } from './townspeople';

const TAGS: Readonly<Record<string, readonly string[]>> = {
	bread: ['sourdough', 'bread'],
	train: ['slowtrains', 'trains'],
	bird: ['birds', 'Mauersegler'],
	market: ['Markttag', 'market'],
	choir: ['choir'],
	code: ['SmallWeb', 'code'],
	library: ['library', 'books'],
	football: ['Kreisklasse'],
};
const ALTS = {
	en: 'A simple drawing of the scene, in flat colours, made by hand on a tablet.',
	de: 'Eine einfache Zeichnung der Szene in flächigen Farben.',
} as const;

/** What people write day by day, with replies, boosts and favourites: `count` posts over 30 days, oldest first. */
export function everyday(stage: Stage, people: readonly Townsperson[], count: number): Post[] {
	const { r, world } = stage;
	const month = new Date(world.now()).getUTCMonth();
	const addressOf = (one: Townsperson): string =>
		one.host ? `${one.username}@${one.host}` : one.username;
	const posts: Post[] = [];
	for (let n = 0; n < count; n += 1) {
		const hours = 720 - (n * 715) / count - r.next();
		const one = r.pick(people);
		const [name, topic] = [addressOf(one), r.pick(one.topics)];
		const recent = posts.length > 6 && r.chance(0.38) ? r.pick(posts.slice(-6)) : undefined;
		const answers =
			recent?.visibility === 'public' && recent.author !== stage.who(name).id ? recent : undefined;
		posts.push(
			answers
				? reply(stage, name, one.tongue, hours, answers, month)
				: remark(stage, name, one.tongue, hours, topic, n, month),
		);
		react(stage, people.map(addressOf), posts.at(-1), hours);
	}
	return posts;
}

function remark(
	stage: Stage,
	name: string,
	tongue: 'en' | 'de',
	hours: number,
	topic: string,
	n: number,
	month: number,
): Post {
	const { r, world } = stage;
	const description = r.chance(0.7) ? ALTS[tongue] : null;
	const media = r.chance(0.16) ? [image(world, stage.who(name), topic, n, description)] : [];
	const tag = r.chance(0.4) && TAGS[topic] ? `\n\n#${r.pick(TAGS[topic])}` : '';
	const visibility = r.chance(0.12) ? 'unlisted' : 'public';
	return stage.say(name, hours, {
		text: written(r, tongue, topic, month) + tag,
		media,
		visibility,
	});
}

function reply(
	stage: Stage,
	name: string,
	tongue: 'en' | 'de',
	hours: number,
	to: Post,
	month: number,
): Post {
	const author = stage.world.people.get(to.author);
	const at = author?.host ? `@${author.username}@${author.host}` : `@${author?.username}`;
	return stage.say(name, hours, {
		text: `${at} ${answered(stage.r, tongue, month)}`,
		replyTo: to.id,
		visibility: 'public',
	});
}

function react(
	stage: Stage,
	names: readonly string[],
	post: Post | undefined,
	hours: number,
): void {
	if (!post) return;
	const { r } = stage;
	for (const name of names) {
		if (stage.who(name).id === post.author) continue;
		const later = Math.max(0.01, hours - r.next() * Math.min(hours, 5));
		if (r.chance(0.1)) stage.like(name, later, post);
		if (post.replyTo === null && r.chance(0.02)) stage.boost(name, later, post);
	}
	post.strangers = {
		favourites: r.chance(0.2) ? r.between(1, 9) : 0,
		boosts: r.chance(0.1) ? r.between(1, 4) : 0,
	};
}
