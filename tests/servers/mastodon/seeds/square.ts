import type { World } from '../model';
import { everyday } from './everyday';
import { emoji, plantMissing } from './pictures';
import { makeStage, moveIn } from './stage';
import { announcements, friendships, rule } from './surroundings';
import { TOWNSPEOPLE } from './townspeople';

const CHARTER = `<h2>The Charter of the Commons Square</h2>
<p>The Square is run by the Commons Square Foundation, a non-profit under public law. It has no owners, no shares and no advertising.</p>
<h3>1. What it is</h3><p>One large public square. It does not federate: what is said here stays here, and nobody of other servers is heard.</p>
<h3>2. Who decides</h3><p>A board of nine, three of them elected by members each year. Its minutes are public.</p>
<h3>3. Money</h3><p>Members’ fees (61 %), public grants (30 %), donations (9 %). Accounts are published each May: <a href="https://commons-square.example/accounts">https://commons-square.example/accounts</a></p>
<h3>4. Leaving</h3><p>Everybody may take all they wrote, in open formats, at any time.</p>
<p>Should we ever close, we say so six months before.</p>
<h3>5. Language</h3><p>The languages of the Square are English and German.</p>
<h3>6. Law</h3><p>These terms are governed by German law.</p>`;

const SENTENCES = [
	'The Square is open from now on, and it is yours.',
	'Die Protokolle der Vorstandssitzung sind da.',
	'Reading hours in the town hall: Tuesdays.',
	'Elections to the board begin on Monday.',
];

/** A closed place of many people that a foundation runs. */
export function plantSquare(world: World): void {
	plantMissing(world);
	emoji(world);
	world.contact = 'hausmeister';
	world.languages = ['en', 'de'];
	world.texts = {
		description:
			'The public square of the Commons Square Foundation. Non-profit, closed to other servers, open to everybody.',
		about: CHARTER,
		terms: CHARTER,
		privacy:
			'<p>Kept in the European Union, for as long as you are a member and not a day longer.</p>',
	};
	world.rules = [
		rule('1', 'Real people, one account each.', '', 'Echte Menschen, je ein Konto.', ''),
		rule(
			'2',
			'No crossposters or feed posters.',
			'Write for the people here. Posting the same text to several networks at once is not allowed.',
			'Keine Crossposter oder Feedposter.',
			'Schreibt für die Menschen hier. Denselben Text in mehreren Netzen zugleich zu posten ist nicht erlaubt.',
		),
		rule('3', 'English or German only.', '', 'Nur Deutsch oder Englisch.', ''),
	];
	const stage = makeStage(world, 9);
	for (const one of TOWNSPEOPLE) moveIn(world, one);
	const names = TOWNSPEOPLE.map(({ username }) => username);
	friendships(stage, names);
	everyday(stage, TOWNSPEOPLE.slice(0, 10), 120);
	SENTENCES.forEach((text, n) => void stage.say('hausmeister', 40 - n * 9, { text }));
	announcements(stage, ['Elections to the board: Monday to Friday.']);
	stage.finish();
}
