import type { World } from '../model';
import { publish } from '../publish';
import { follow } from '../relations';
import { addPerson } from '../world';
import { plantMissing } from './pictures';
import { MINUTE, PASSWORD } from './stage';

/** Three people who follow each other, thirty posts an hour apart. */
export function plantSmall(world: World): void {
	plantMissing(world);
	const people = ['ada', 'ben', 'cleo'].map((username) =>
		addPerson(world, {
			username,
			name: username[0]?.toUpperCase() + username.slice(1),
			password: PASSWORD,
			language: 'en',
		}),
	);
	for (const a of people) for (const b of people) if (a !== b) follow(world, a, b, { quiet: true });
	const start = world.now() - 30 * 60 * MINUTE;
	for (let n = 0; n < 30; n += 1) {
		const author = people[n % people.length];
		if (author)
			publish(world, author, {
				text: `Post number ${n + 1} of this small place. #small`,
				at: start + n * 60 * MINUTE,
				quiet: true,
			});
	}
	world.contact = 'ada';
	world.texts.description = 'A small place for tests.';
	world.texts.about = '<p>Three people and their notes.</p>';
	world.texts.privacy = '<p>We keep as little as we can.</p>';
	world.rules = [
		{
			id: '1',
			text: 'Be kind.',
			hint: 'To others and to yourself.',
			translations: { de: { text: 'Sei freundlich.', hint: 'Zu anderen und zu dir selbst.' } },
		},
	];
}
