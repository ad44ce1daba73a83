import { type Random, random } from '../../../fixtures/archive/random';
import type { Notice, Person, Post, World } from '../model';
import { notify, touchConversation } from '../notices';
import { boost, type Draft, favourite, publish } from '../publish';
import { addPerson, findPerson, isLocal } from '../world';
import { head, put } from './pictures';
import type { Townsperson } from './townspeople';

export const PASSWORD = 'correct horse battery';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

type Pending = Pick<Notice, 'to' | 'type' | 'from'> & {
	at: number;
	post?: Post;
	warning?: Notice['warning'];
	severed?: Notice['severed'];
};

/** Where a seed is put together: posts with their instants, and notices that are made at the end in order of time. */
export type Stage = {
	world: World;
	r: Random;
	/** Epoch ms of so many hours ago. */
	ago(hours: number): number;
	who(name: string): Person;
	say(name: string, hours: number, draft: Draft): Post;
	boost(name: string, hours: number, post: Post): void;
	like(name: string, hours: number, post: Post): void;
	notice(pending: Pending): void;
	/** Makes the notices. */
	finish(): void;
};

export function makeStage(world: World, seed: number): Stage {
	const pending: Pending[] = [];
	const who = (name: string): Person => {
		const [username = '', host] = name.split('@');
		const found = findPerson(world, username, host);
		if (!found) throw new Error(`Nobody in this seed is called ${name}.`);
		return found;
	};
	const ago = (hours: number): number => Math.round(world.now() - hours * HOUR);
	return {
		world,
		r: random(seed, 77),
		ago,
		who,
		say(name, hours, draft) {
			const author = who(name);
			const post = publish(world, author, {
				language: author.language,
				...draft,
				at: ago(hours),
				quiet: true,
			});
			if (!isLocal(author))
				Object.assign(post, {
					uri: `${author.uri}/statuses/${post.id}`,
					url: `${author.url}/${post.id}`,
					application: null,
				});
			for (const to of post.mentions)
				pending.push({ to, type: 'mention', from: author.id, at: post.createdAt, post });
			const quoted = post.quote?.of ? world.posts.get(post.quote.of) : undefined;
			if (quoted)
				pending.push({
					to: quoted.author,
					type: 'quote',
					from: author.id,
					at: post.createdAt,
					post,
				});
			if (post.visibility === 'direct') touchConversation(world, post, true);
			return post;
		},
		boost(name, hours, post) {
			boost(world, who(name), post, true, ago(hours));
			pending.push({ to: post.author, type: 'reblog', from: who(name).id, at: ago(hours), post });
		},
		like(name, hours, post) {
			favourite(world, who(name), post, true);
			pending.push({
				to: post.author,
				type: 'favourite',
				from: who(name).id,
				at: ago(hours),
				post,
			});
		},
		notice: (one) => void pending.push(one),
		finish() {
			for (const one of pending.sort((a, b) => a.at - b.at)) notify(world, { ...one, quiet: true });
		},
	};
}

export function moveIn(world: World, one: Townsperson): Person {
	const { tongue, topics: _, colours, ...rest } = one;
	const avatar = put(world, `avatar-${one.username}.png`, 'image/png', head(colours));
	return addPerson(world, {
		...rest,
		language: tongue,
		avatar,
		...(one.host ? { bioHtml: `<p>${one.bio ?? ''}</p>` } : { password: PASSWORD }),
	});
}
