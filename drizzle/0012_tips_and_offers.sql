CREATE TABLE `toekomst_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `toekomst_offer_person` ON `toekomst_offer` (`person_id`);--> statement-breakpoint
CREATE TABLE `toekomst_tip` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`domain` text NOT NULL,
	`field` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `toekomstplan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `toekomst_tip_plan` ON `toekomst_tip` (`plan_id`);