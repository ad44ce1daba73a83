import type { Outside } from '../outside';
import { homeOf } from '../world';

const LANGUAGES = {
	spoiler: [
		['en', 'Spoiler', 'Tells how a story ends.'],
		['de', 'Spoiler', 'Verrät, wie eine Geschichte ausgeht.'],
		['nl', 'Spoiler', 'Verklapt hoe een verhaal afloopt.'],
	],
	heated: [
		['en', 'Heated', 'A quarrel is going on below this.'],
		['de', 'Hitzig', 'Darunter wird gestritten.'],
		['nl', 'Verhit', 'Hieronder wordt ruzie gemaakt.'],
	],
	unkind: [
		['en', 'Unkind', 'Against the house rules of the square.'],
		['de', 'Unfreundlich', 'Gegen die Hausregeln des Platzes.'],
		['nl', 'Onaardig', 'Tegen de huisregels van het plein.'],
	],
} as const;

const define = (
	identifier: keyof typeof LANGUAGES,
	severity: string,
	blurs: string,
	defaultSetting: string,
) => ({
	identifier,
	severity,
	blurs,
	defaultSetting,
	adultOnly: false,
	locales: LANGUAGES[identifier].map(([lang, name, description]) => ({ lang, name, description })),
});

/** Somebody who labels posts and people, with words of its own in three languages. */
export function labeler(square: Outside): void {
	const { world } = square;
	const person = square.addPerson({ name: 'wachter', display: 'De Wachter' });
	person.services.push({
		id: '#atproto_labeler',
		type: 'AtprotoLabeler',
		serviceEndpoint: homeOf(world, 0).origin,
	});
	world.usualLabelers.push(person.did);
	square.record(
		'wachter',
		'app.bsky.labeler.service',
		{
			policies: {
				labelValues: ['spoiler', 'heated', 'unkind', 'porn', '!hide'],
				labelValueDefinitions: [
					define('spoiler', 'inform', 'content', 'warn'),
					define('heated', 'inform', 'none', 'warn'),
					define('unkind', 'alert', 'content', 'hide'),
				],
			},
			reasonTypes: [
				'com.atproto.moderation.defs#reasonSpam',
				'com.atproto.moderation.defs#reasonRude',
			],
			subjectTypes: ['account', 'record'],
		},
		'self',
	);
}
