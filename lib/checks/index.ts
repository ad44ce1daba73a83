// Checks: whether what comes from a file has the shape that our own data have, field by field. What has more loses it,
// what has less or other things is refused. May import lib/model, nothing else.
export { accountShape, words } from './account';
export { postShape, viewShape } from './post';
export {
	anyOf,
	BadShape,
	type Check,
	count,
	flag,
	instant,
	list,
	name,
	numberIn,
	object,
	oneOf,
	optional,
	record,
	shape,
	switched,
	text,
	webAddress,
} from './shape';
export {
	attached,
	contentShape,
	languageGuess,
	pollShape,
	readingShape,
	ruleClass,
	sha256,
	sourceShape,
	topics,
	visibility,
} from './written';
