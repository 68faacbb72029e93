-- A hidden row number would count rows as they came, as it would of answers.
CREATE TABLE `delivery_value` (
	`trajectory_id` text NOT NULL,
	`person_id` text NOT NULL,
	`informant` text NOT NULL,
	`use` integer,
	`independent` integer,
	`delivered_in` text,
	PRIMARY KEY(`trajectory_id`, `person_id`),
	FOREIGN KEY (`trajectory_id`) REFERENCES `trajectory`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
