CREATE TABLE `guest_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guest_plan_token_hash_unique` ON `guest_plan` (`token_hash`);--> statement-breakpoint
CREATE INDEX `guest_plan_until` ON `guest_plan` (`until`);--> statement-breakpoint
CREATE TABLE `guest_words` (
	`plan_id` text NOT NULL,
	`domain` text NOT NULL,
	`field` text NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `domain`, `field`),
	FOREIGN KEY (`plan_id`) REFERENCES `guest_plan`(`id`) ON UPDATE no action ON DELETE no action
);
