<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/** A list has no feed. The message is translated, and says what happened and what to do. */
final class FeedFailure extends \RuntimeException {
}
