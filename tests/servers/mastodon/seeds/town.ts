import { drawing } from '../../../fixtures/archive/real/drawing';
import type { World } from '../model';
import { everyday } from './everyday';
import { occasions } from './occasions';
import { emoji, plantMissing, put } from './pictures';
import { makeStage, moveIn } from './stage';
import { announcements, friendships, mine, texts } from './surroundings';
import { TOWNSPEOPLE, VISITORS } from './townspeople';

/** A lively town in English and German: twelve people and three of elsewhere, some 300 posts of the last 30 days. */
export function plantTown(world: World): void {
	plantMissing(world);
	emoji(world);
	texts(world);
	const stage = makeStage(world, 4);
	const everybody = [...TOWNSPEOPLE, ...VISITORS];
	for (const one of everybody) moveIn(world, one);
	for (const name of ['mara', 'yuki', 'jonas']) {
		stage.who(name).header = put(
			world,
			`header-${name}.png`,
			'image/png',
			drawing('weather', name.length, 900, 300),
		);
	}
	stage.who('mara').fields = [
		{
			name: 'Bakery',
			html: '<a href="https://backstube.example" rel="me nofollow noopener" target="_blank"><span class="invisible">https://</span>backstube.example</a>',
			verifiedAt: stage.ago(4000),
		},
		{ name: 'Pronouns', html: 'she/her', verifiedAt: null },
	];
	// Leif and the newsdesk only ask to be let in.
	const friends = everybody.filter(({ username }) => !['leif', 'newsdesk'].includes(username));
	friendships(
		stage,
		friends.map((one) => (one.host ? `${one.username}@${one.host}` : one.username)),
	);
	const writers = everybody.filter(
		({ username }) => !['uhrwerk', 'hausmeister', 'newsdesk'].includes(username),
	);
	const posts = everyday(stage, writers, 235);
	occasions(stage);
	stage.say('hausmeister', 100, {
		text: 'Heute Nacht zieht der Server um. Bitte nicht erschrecken, wenn es kurz still ist.\n\nThe server moves tonight. Do not be alarmed by a little silence.',
	});
	announcements(stage, [
		'Am Samstag ist der Server von 6 bis 7 Uhr weg. Wir putzen.',
		'New rule 5 about bots. It is short.',
	]);
	mine(stage, posts);
	stage.finish();
}
