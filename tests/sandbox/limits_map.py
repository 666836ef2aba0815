"""Where each limit and each error of ../shared/slack/limits.json is tripped: its place there, and the test that does.

`test_limits_map.py` holds this list against that file and against the tests.
"""

from __future__ import annotations

BLOCK, VIEW = "test_limits.py::test_message_limit", "test_limits.py::test_view_limit"
MANIFEST = "test_manifest.py::test_manifest_limit"
TIER = "test_rules.py::test_each_method_has_its_tier"
POSTING = "test_methods.py::test_where_the_bot_may_post"
RESTRICTED = "test_rules.py::test_channels_with_threads_only_or_without"

TRIPPED: dict[str, str] = {
    "message.blocks_max": BLOCK,
    "message.attachments_max": "test_limits.py::test_too_much_of_a_message",
    "message.text_truncated_at": "test_methods.py::test_text_is_kept_as_slack_keeps_it",
    "message.chat.update_text_max": "test_methods.py::test_update_rules",
    "message.markdown_text_max": "test_methods.py::test_markdown_text",
    "message.all_blocks_serialised_approx_max": "test_limits.py::test_too_much_of_a_message",
    "message.data_visualization_per_message": BLOCK,
    "message.markdown_blocks_total_text": BLOCK,
    "message.metadata": "test_methods.py::test_metadata",
    **dict.fromkeys(
        (
            "blocks.block_id", "blocks.action_id", "blocks.section.text", "blocks.section.fields", "blocks.header.text", "blocks.context.elements",
            "blocks.actions.elements", "blocks.context_actions.elements", "blocks.image.image_url", "blocks.image.alt_text", "blocks.image.title",
            "blocks.markdown.text", "blocks.table", "blocks.data_visualization", "blocks.card", "blocks.carousel", "blocks.container",
            "blocks.plan.tasks", "elements.button.text", "elements.button.value", "elements.button.url", "elements.option.text",
            "elements.option.value", "elements.option.description", "elements.options", "elements.option_groups", "elements.overflow.options",
            "elements.checkboxes/radio", "elements.placeholder", "elements.confirm", "elements.icon_button.visible_to_user_ids",
        ),
        BLOCK,
    ),
    "blocks.data_table": "test_limits.py::test_tables_of_data",
    **dict.fromkeys(
        ("blocks.input.label", "blocks.input.hint", "blocks.alert.text", "elements.plain_text_input", "views.blocks",
         "views.title/submit/close", "views.private_metadata", "views.callback_id/external_id"),
        VIEW,
    ),
    "views.size_bytes": "test_limits.py::test_view_too_large",
    "views.stack_depth": "test_interactions.py::test_views_are_pushed_three_deep",
    "views.trigger_id_seconds": "test_interactions.py::test_trigger_opens_once_and_soon",
    "views.publish_race": "test_interactions.py::test_app_home",
    "timing.ack_seconds": "test_sockets.py::test_command_that_is_not_acknowledged",
    "timing.event_retries": "test_sockets.py::test_event_is_tried_three_times_more",
    "timing.events_per_hour_per_workspace": "test_rules.py::test_events_by_the_hour",
    "timing.event_disable": "test_rules.py::test_events_nobody_takes_are_switched_off",
    "timing.response_url": "test_interactions.py::test_response_url_has_five_uses",
    "timing.signature_window_seconds": "test_http_mode.py::test_old_and_forged_requests_are_refused_by_bolt",
    "timing.socket_mode_connections": "test_sockets.py::test_ten_connections_at_most",
    "rate.chat.postMessage": "test_sockets.py::test_a_message_a_second_a_channel",
    "rate.tiers": "test_sockets.py::test_tiers",
    **dict.fromkeys(
        ("rate.chat.update", "rate.chat.delete", "rate.chat.postEphemeral", "rate.conversations.history", "rate.conversations.replies",
         "rate.conversations.list", "rate.conversations.info", "rate.users.info", "rate.views.open", "rate.views.publish", "rate.chat.getPermalink"),
        TIER,
    ),
    "rate.non_marketplace_commercial_history": "test_rules.py::test_history_of_a_distributed_app",
    **dict.fromkeys(
        ("manifest.name", "manifest.description", "manifest.long_description", "manifest.bot display_name", "manifest.slash_commands",
         "manifest.command", "manifest.usage_hint", "manifest.shortcuts", "manifest.unfurl_domains", "manifest.bot_events", "manifest.scopes",
         "manifest.redirect_urls", "manifest.metadata_subscriptions"),
        MANIFEST,
    ),
    "errors.chat.postMessage.channel_not_found": POSTING,
    "errors.chat.postMessage.not_in_channel": POSTING,
    "errors.chat.postMessage.is_archived": POSTING,
    "errors.chat.postMessage.no_text": "test_methods.py::test_nothing_to_say",
    "errors.chat.postMessage.invalid_blocks": "test_limits.py::test_complaints_read_as_slacks",
    "errors.chat.postMessage.invalid_blocks_format": "test_limits.py::test_complaints_read_as_slacks",
    "errors.chat.postMessage.msg_blocks_too_long": "test_limits.py::test_too_much_of_a_message",
    "errors.chat.postMessage.too_many_attachments": "test_limits.py::test_too_much_of_a_message",
    "errors.chat.postMessage.invalid_metadata_format": "test_methods.py::test_metadata",
    "errors.chat.postMessage.metadata_too_large": "test_methods.py::test_metadata",
    "errors.chat.postMessage.restricted_action*": RESTRICTED,
    "errors.chat.postMessage.restricted_action_thread_locked": "test_methods.py::test_threads_that_take_no_reply",
    "errors.chat.postMessage.cannot_reply_to_message": "test_methods.py::test_threads_that_take_no_reply",
    "errors.chat.postMessage.message_limit_exceeded": "test_rules.py::test_a_free_plan_is_full_some_day",
    "errors.chat.postMessage.messages_tab_disabled": "test_rules.py::test_no_direct_messages_without_their_tab",
    "errors.chat.postMessage.markdown_text_conflict": "test_methods.py::test_markdown_text",
    "errors.chat.postMessage.ratelimited": "test_sockets.py::test_a_message_a_second_a_channel",
    "errors.auth.not_authed": "test_methods.py::test_tokens_that_are_none",
    "errors.auth.invalid_auth": "test_methods.py::test_tokens_that_are_none",
    "errors.auth.account_inactive": "test_methods.py::test_tokens_that_were",
    "errors.auth.token_revoked": "test_methods.py::test_tokens_that_were",
    "errors.auth.token_expired": "test_rules.py::test_tokens_that_do_not_count_here",
    "errors.auth.team_access_not_granted": "test_rules.py::test_tokens_that_do_not_count_here",
    "errors.auth.missing_scope": "test_methods.py::test_missing_scope_says_what_is_needed",
    "errors.chat.update.message_not_found": "test_methods.py::test_update_rules",
    "errors.chat.update.cant_update_message": "test_methods.py::test_update_rules",
    "errors.chat.update.edit_window_closed": "test_rules.py::test_edits_have_their_time",
    "errors.chat.update.msg_too_long": "test_methods.py::test_update_rules",
    "errors.chat.update.is_inactive": "test_methods.py::test_update_rules",
    "errors.chat.update.block_mismatch": "test_rules.py::test_rich_text_stays_rich_text",
    "errors.conversations.replies.thread_not_found": "test_methods.py::test_reply_to_a_deleted_root_is_not_threaded",
    "errors.conversations.replies.channel_not_found": "test_methods.py::test_history_asks_for_a_channel_that_is_seen",
    "errors.silent": "test_methods.py::test_reply_to_a_deleted_root_is_not_threaded",
}  # fmt: skip

#: What the file lists and the sandbox has no method for, since the app never calls it.
NOT_USED = ("rate.chat.unfurl", "rate.files.*External", "rate.canvases.create", "rate.slackLists.items.create", "rate.pins.add")
