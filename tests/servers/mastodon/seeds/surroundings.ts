import { makeId, makeSerial } from '../ids';
import type { Announcement, Post, Rule, World } from '../model';
import { ask, follow } from '../relations';
import { makeFilter } from '../routes/filters';
import { makeList } from '../routes/lists';
import { DAY, type Stage } from './stage';

export const rule = (id: string, text: string, hint: string, de: string, deHint: string): Rule => ({
	id,
	text,
	hint,
	translations: { de: { text: de, hint: deHint }, en: { text, hint } },
});

export function texts(world: World): void {
	world.contact = 'hausmeister';
	world.languages = ['en', 'de'];
	world.texts = {
		description:
			'A small server for people who bake, ride trains and look at birds. English and German.',
		about:
			'<h2>Who we are</h2><p>Two people run this server in their spare time. It lives on a computer in a cellar, and on donations: last year 214 €.</p><h2>Leaving</h2><p>Take your archive and go whenever you like. Should we ever close, we say so three months before.</p>',
		privacy: '<p>We keep addresses for seven days, and no more than the law wants.</p>',
		terms: null,
	};
	world.rules = [
		rule(
			'1',
			'Be kind.',
			'Assume good will; ask before you judge.',
			'Sei freundlich.',
			'Geh von guter Absicht aus; frag, bevor du urteilst.',
		),
		rule(
			'2',
			'Describe your pictures.',
			'Alt text is required on public posts.',
			'Beschreibe deine Bilder.',
			'Bildbeschreibungen sind in öffentlichen Beiträgen Pflicht.',
		),
		rule(
			'3',
			'No unmonitored cross-posting.',
			'Automated tools are fine for people who take part in the community and respond to replies.',
			'Kein unbeaufsichtigtes Crossposting.',
			'Automatik ist in Ordnung, wenn du hier mitredest und antwortest.',
		),
		rule(
			'4',
			'Content warnings for politics, death and spoilers.',
			'',
			'Inhaltswarnungen bei Politik, Tod und Spoilern.',
			'',
		),
		rule(
			'5',
			'Bots are marked, and post unlisted.',
			'',
			'Bots sind gekennzeichnet und posten nicht gelistet.',
			'',
		),
	];
	world.hostBlocks = [
		{
			host: 'schreihals.example',
			shown: 'sch******ls.example',
			severity: 'suspend',
			comment: 'Harassment',
		},
		{ host: 'werbewand.example', shown: 'werbewand.example', severity: 'silence', comment: null },
	];
}

export function announcements(stage: Stage, lines: readonly string[]): void {
	const { world } = stage;
	lines.forEach((text, n) => {
		const at = stage.ago(24 * (3 * n + 1));
		const one: Announcement = {
			id: makeSerial(world, at),
			text,
			publishedAt: at,
			updatedAt: at,
			startsAt: n === 0 ? world.now() + 2 * DAY : null,
			endsAt: n === 0 ? world.now() + 3 * DAY : null,
			allDay: n === 0,
			read: new Set(n > 0 ? [stage.who('mara').id] : []),
			reactions: new Map([['🎉', new Set([stage.who('ruth').id, stage.who('kofi').id])]]),
		};
		world.announcements.push(one);
	});
}

/** Who follows whom: nearly everybody each other, with a few who do not, and two who ask. */
export function friendships(stage: Stage, names: readonly string[]): void {
	const { world, r, who } = stage;
	for (const a of names) {
		for (const b of names) {
			if (a === b || (a !== 'mara' && b !== 'mara' && r.chance(0.35))) continue;
			follow(world, who(a), who(b), {
				quiet: true,
				at: stage.ago(700),
				notify: a === 'mara' && b === 'wren',
			});
			if (b === 'mara')
				stage.notice({
					to: who('mara').id,
					type: 'follow',
					from: who(a).id,
					at: stage.ago(690 - r.between(0, 500)),
				});
		}
	}
}

export function mine(stage: Stage, posts: readonly Post[]): void {
	const { world, who } = stage;
	const me = who('mara');
	const neighbours = makeList(world, me.id, { title: 'Neighbours' });
	const quiet = makeList(world, me.id, {
		title: 'Quiet ones',
		exclusive: true,
		replies_policy: 'none',
	});
	for (const name of ['tilde', 'jonas', 'ruth']) neighbours.members.add(who(name).id);
	quiet.members.add(who('uhrwerk').id);
	makeFilter(world, me.id, 'Football, politely', ['home', 'public'], ['Kreisklasse', 'offside']);
	makeFilter(world, me.id, 'Loud news', ['home', 'notifications'], ['BREAKING'], 'hide');
	for (const tag of ['slowtrains', 'markttag'])
		world.followedTags.set(`${me.id} ${tag}`, { id: makeSerial(world, world.now()) });
	for (const post of posts.filter((_, n) => n % 23 === 0)) {
		world.bookmarks.push({ id: makeSerial(world, world.now()), person: me.id, post: post.id });
	}
	for (const post of posts.filter((one, n) => n % 17 === 0 && one.author !== me.id))
		stage.like('mara', 2, post);
	ask(world, who('leif@fjord.example'), who('oda'), stage.ago(10));
	me.locked = true;
	ask(world, who('leif@fjord.example'), me, stage.ago(9));
	ask(world, who('newsdesk@lautsprecher.example'), me, stage.ago(8));
	world.comments.set(`${me.id}>${who('kofi').id}`, 'Owes me a loaf tin.');
	official(
		stage,
		posts.find((post) => post.author === me.id),
	);
}

/** What the server itself has to say to a person. */
function official(stage: Stage, about: Post | undefined): void {
	const { world, who } = stage;
	const [me, staff] = [who('mara'), who('hausmeister')];
	stage.notice({
		to: me.id,
		type: 'moderation_warning',
		from: staff.id,
		at: stage.ago(52),
		warning: {
			id: makeId(world, stage.ago(52)),
			action: 'none',
			text: 'Dear Mara, for a while most of your posts came from elsewhere and answers went unanswered. Please look in more often, or mark them as automatic. Rule 3, kindly.',
			posts: about ? [about.id] : null,
		},
	});
	stage.notice({
		to: me.id,
		type: 'severed_relationships',
		from: staff.id,
		at: stage.ago(80),
		severed: {
			id: makeId(world, stage.ago(80)),
			type: 'domain_block',
			target: 'schreihals.example',
			followers: 2,
			following: 1,
			purged: false,
		},
	});
}
