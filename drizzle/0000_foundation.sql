CREATE TABLE `audit_entry` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_kind` text NOT NULL,
	`relation` text NOT NULL,
	`ability` text NOT NULL,
	`action` text NOT NULL,
	`thing` text NOT NULL,
	`thing_id` text NOT NULL,
	`family_id` text,
	`outcome` text NOT NULL,
	`request_id` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entry_family` ON `audit_entry` (`family_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `incapacity` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`child_id` text NOT NULL,
	`reason` text NOT NULL,
	`professional_id` text NOT NULL,
	`from` text NOT NULL,
	`review_by` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incapacity_family` ON `incapacity` (`family_id`);--> statement-breakpoint
CREATE TABLE `restriction` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`child_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`reason` text NOT NULL,
	`professional_id` text NOT NULL,
	`second_professional_id` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `restriction_family` ON `restriction` (`family_id`);--> statement-breakpoint
CREATE TABLE `share` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`child_id` text NOT NULL,
	`with_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`with_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `share_pair` ON `share` (`family_id`,`child_id`,`with_id`);--> statement-breakpoint
CREATE INDEX `share_family` ON `share` (`family_id`);--> statement-breakpoint
CREATE TABLE `family` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`source` text NOT NULL,
	`known_until` integer NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `gezag` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`child_id` text NOT NULL,
	`holder_id` text NOT NULL,
	`kind` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gezag_family` ON `gezag` (`family_id`);--> statement-breakpoint
CREATE INDEX `gezag_holder` ON `gezag` (`holder_id`);--> statement-breakpoint
CREATE TABLE `household` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`street` text,
	`postcode` text,
	`town` text,
	`address_hidden` integer NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `household_member` (
	`household_id` text NOT NULL,
	`person_id` text NOT NULL,
	`email` text,
	`phone` text,
	FOREIGN KEY (`household_id`) REFERENCES `household`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `household_member_pair` ON `household_member` (`household_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `household_member_person` ON `household_member` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`phone` text,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `participant` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`relation` text NOT NULL,
	`relation_words` text,
	`magnet` integer NOT NULL,
	`from` text NOT NULL,
	`until` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participant_family_person` ON `participant` (`family_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `participant_person` ON `participant` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`birth_date` text,
	`language` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `professional` (
	`person_id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`phone` text,
	`working_days` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `region` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`regisseur_word` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `regisseur_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	`reason` text NOT NULL,
	`stand_in_id` text,
	`stand_in_from` text,
	`stand_in_until` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `professional`(`person_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stand_in_id`) REFERENCES `professional`(`person_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `regisseur_assignment_family` ON `regisseur_assignment` (`family_id`);--> statement-breakpoint
CREATE INDEX `regisseur_assignment_person` ON `regisseur_assignment` (`person_id`);--> statement-breakpoint
CREATE INDEX `regisseur_assignment_stand_in` ON `regisseur_assignment` (`stand_in_id`);--> statement-breakpoint
CREATE TABLE `account` (
	`person_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_email` ON `account` (`email`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`token_hash` text,
	`personal_code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_person` ON `invitation` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_email` ON `invitation` (`email`);--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`assurance` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `session_id` ON `session` (`id`);--> statement-breakpoint
CREATE TABLE `sign_in_request` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`locale` text NOT NULL,
	`browser_hash` text NOT NULL,
	`token_hash` text,
	`code_hash` text,
	`code_tries` integer DEFAULT 0 NOT NULL,
	`next` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `sign_in_request_email` ON `sign_in_request` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_request_token` ON `sign_in_request` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_request_browser` ON `sign_in_request` (`browser_hash`);--> statement-breakpoint
CREATE TABLE `case_message` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`fingerprint` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_message_source` ON `case_message` (`source`,`sent_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `goal` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`group` text NOT NULL,
	`own_words` text NOT NULL,
	`professional_words` text,
	`result_words` text,
	`children` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_plan` ON `goal` (`plan_id`);--> statement-breakpoint
CREATE TABLE `kader` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`child_id` text NOT NULL,
	`kind` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	`decided_by` text NOT NULL,
	`decided_on` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kader_family` ON `kader` (`family_id`);--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`state` text NOT NULL,
	`from` text NOT NULL,
	`review_on` text,
	`review_words` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_one_active` ON `plan` (`family_id`) WHERE state = 'active';--> statement-breakpoint
CREATE TABLE `situation` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`own_words` text NOT NULL,
	`professional_words` text,
	`children` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `situation_plan` ON `situation` (`plan_id`);--> statement-breakpoint
CREATE TABLE `step` (
	`id` text PRIMARY KEY NOT NULL,
	`goal_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`owner_id` text NOT NULL,
	`due` text,
	`state` text NOT NULL,
	FOREIGN KEY (`goal_id`) REFERENCES `goal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `step_goal` ON `step` (`goal_id`);--> statement-breakpoint
CREATE TABLE `form_receipt` (
	`key` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rate_window` (
	`subject` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`count` integer NOT NULL
);
