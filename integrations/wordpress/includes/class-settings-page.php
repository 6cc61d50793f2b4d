<?php
/**
 * The page Settings → Good practices.
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Administrators define here where the good practices come from. The page needs no JavaScript.
 */
final class SettingsPage {

	const SLUG       = 'good-practice-browser';
	const CAPABILITY = 'manage_options';
	const NONCE      = 'good-practice-browser-sources';

	/** A site may have thousands of tags. The select shows those with the most posts. */
	const MAX_TERMS = 200;

	/**
	 * Why the last form was not saved.
	 *
	 * @var string[]
	 */
	private static array $errors = array();

	/**
	 * Adds the actions and filters.
	 */
	public static function register(): void {
		add_action( 'admin_menu', array( self::class, 'add_page' ) );
		add_action( 'admin_notices', array( self::class, 'show_first_step' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( FILE ), array( self::class, 'add_link' ) );
		add_filter( 'default_content', array( self::class, 'fill_page' ), 10, 2 );
		add_filter( 'default_title', array( self::class, 'fill_title' ), 10, 2 );
	}

	/**
	 * The address of the page.
	 *
	 * @param array $parameters Name => value.
	 */
	public static function url( array $parameters = array() ): string {
		return add_query_arg( array( 'page' => self::SLUG ) + array_map( 'rawurlencode', $parameters ), admin_url( 'options-general.php' ) );
	}

	/**
	 * Adds the page to the menu.
	 */
	public static function add_page(): void {
		$title = __( 'Good practices', 'good-practice-browser' );
		$hook  = add_options_page( $title, $title, self::CAPABILITY, self::SLUG, array( self::class, 'show' ) );
		if ( $hook ) {
			add_action( "load-$hook", array( self::class, 'handle' ) );
		}
	}

	/**
	 * Adds “Settings” to the row of the plugin.
	 *
	 * @param string[] $links Links of the row.
	 */
	public static function add_link( array $links ): array {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( self::url() ), esc_html__( 'Settings', 'good-practice-browser' ) );
		return current_user_can( self::CAPABILITY ) ? array( 'settings' => $link ) + $links : $links;
	}

	/**
	 * Says what to do after activation, on the page with the plugins, until there is a source.
	 */
	public static function show_first_step(): void {
		$screen = get_current_screen();
		if ( ! $screen || 'plugins' !== $screen->id || ! current_user_can( self::CAPABILITY ) || Sources::all() ) {
			return;
		}
		printf(
			'<div class="notice notice-info"><p>%s <a href="%s">%s</a></p></div>',
			esc_html__( 'Good Practice Browser: say where the good practices come from.', 'good-practice-browser' ),
			esc_url( self::url() ),
			esc_html__( 'Choose a source', 'good-practice-browser' )
		);
	}

	/**
	 * The source whose list a new page gets, if the page was created here.
	 *
	 * @param \WP_Post $post The new page.
	 */
	private static function source_of_new_page( $post ): ?array {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- It only fills a form that the user then saves.
		$id = isset( $_GET['good_practices'] ) ? sanitize_key( $_GET['good_practices'] ) : '';
		return $id && 'page' === $post->post_type ? Sources::get( $id ) : null;
	}

	/**
	 * Puts the list into a page that was created here.
	 *
	 * @param string   $content Content of the new page.
	 * @param \WP_Post $post    The new page.
	 */
	public static function fill_page( $content, $post ) {
		$source = self::source_of_new_page( $post );
		if ( ! $source ) {
			return $content;
		}
		return use_block_editor_for_post( $post )
			? sprintf( '<!-- wp:%s {"source":"%s","align":"wide"} /-->', Block::NAME, $source['id'] )
			: self::shortcode( $source );
	}

	/**
	 * Names a page that was created here.
	 *
	 * @param string   $title Title of the new page.
	 * @param \WP_Post $post  The new page.
	 */
	public static function fill_title( $title, $post ) {
		$source = self::source_of_new_page( $post );
		return $source ? $source['label'] : $title;
	}

	/**
	 * The shortcode with a source.
	 *
	 * @param array $source A source.
	 */
	private static function shortcode( array $source ): string {
		return sprintf( '[%s source="%s"]', Shortcode::NAME, $source['id'] );
	}

	/**
	 * Handles a form, before the page is drawn.
	 */
	public static function handle(): void {
		wp_enqueue_style( self::SLUG . '-settings', plugins_url( 'settings.css', FILE ), array(), VERSION );
		if ( ! isset( $_POST['gpb_action'] ) ) {
			return;
		}
		check_admin_referer( self::NONCE );
		if ( ! current_user_can( self::CAPABILITY ) ) {
			wp_die( esc_html__( 'You may not change the sources.', 'good-practice-browser' ), 403 );
		}
		$id = self::posted( 'id' );
		switch ( self::posted( 'gpb_action' ) ) {
			case 'save':
				self::save( $id );
				return;
			case 'fetch':
				RemoteFeed::refresh_now( $id );
				self::go_back( 'fetched', $id );
				return;
			case 'delete':
				Sources::delete( $id );
				self::go_back( 'deleted', '' );
		}
	}

	/**
	 * Saves the source of a form.
	 *
	 * @param string $id Id of the source, '' for a new one.
	 */
	private static function save( string $id ): void {
		list( $post_type, $taxonomy, $term ) = array_pad( explode( '|', self::posted( 'posts' ) ), 3, '' );

		$raw          = array(
			'id'        => $id,
			'label'     => self::posted( 'label' ),
			'kind'      => self::posted( 'kind' ),
			'post_type' => $post_type,
			'taxonomy'  => $taxonomy,
			'term'      => (int) $term,
			'url'       => self::posted( 'url' ),
		);
		$raw['label'] = '' === $raw['label'] ? self::default_label( $raw ) : $raw['label'];
		self::$errors = Sources::save( $raw, $id );
		if ( self::$errors ) {
			return;
		}
		if ( 'address' === self::posted( 'kind' ) ) {
			RemoteFeed::refresh_now( $id );
		}
		self::go_back( 'saved', $id );
	}

	/**
	 * The name of a source to which nobody gave a name.
	 *
	 * @param array $raw What the form sent.
	 */
	private static function default_label( array $raw ): string {
		if ( 'address' === $raw['kind'] ) {
			return (string) wp_parse_url( $raw['url'], PHP_URL_HOST );
		}
		$term = $raw['taxonomy'] ? get_term( $raw['term'], $raw['taxonomy'] ) : null;
		$type = get_post_type_object( $raw['post_type'] );
		return $term instanceof \WP_Term ? self::plain( $term->name ) : ( $type ? $type->labels->name : '' );
	}

	/**
	 * What is known of the feed of a source: `count` and `time` (null if there is no feed), `error` and `findings`.
	 *
	 * @param array $source A source.
	 */
	private static function state( array $source ): array {
		$state = array(
			'count'    => null,
			'time'     => null,
			'error'    => 'address' === $source['kind'] ? RemoteFeed::state( $source['id'] )['error'] : '',
			'findings' => array(),
		);
		try {
			$feed = FeedCache::get( $source['id'] );
			return $feed ? array(
				'count'    => $feed['count'],
				'time'     => $feed['time'],
				'findings' => FeedCache::findings( $source['id'] ),
			) + $state : $state;
		} catch ( FeedFailure $failure ) {
			return array( 'error' => $failure->getMessage() ) + $state;
		}
	}

	/**
	 * Ends the request with the page and what was done.
	 *
	 * @param string $done What was done.
	 * @param string $id   Id of the source.
	 */
	private static function go_back( string $done, string $id ): void {
		wp_safe_redirect(
			self::url(
				array(
					'done'   => $done,
					'source' => $id,
				)
			)
		);
		exit;
	}

	/**
	 * A field of the form. Sources decides what is valid.
	 *
	 * @param string $name Name of the field.
	 */
	private static function posted( string $name ): string {
		// phpcs:ignore WordPress.Security -- handle() has checked the nonce, and Sources checks the value.
		$value = $_POST[ $name ] ?? '';
		return is_string( $value ) ? trim( wp_unslash( $value ) ) : '';
	}

	/**
	 * A parameter of the address of the page.
	 *
	 * @param string $name Name of the parameter.
	 */
	private static function parameter( string $name ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- It only chooses what the page shows.
		$value = $_GET[ $name ] ?? '';
		return is_string( $value ) ? sanitize_key( $value ) : '';
	}

	/**
	 * Draws the page.
	 */
	public static function show(): void {
		if ( ! current_user_can( self::CAPABILITY ) ) {
			return;
		}
		echo '<div class="wrap gpb-settings"><h1>' . esc_html__( 'Good practices', 'good-practice-browser' ) . '</h1>';
		self::show_errors();
		$edited  = Sources::get( self::$errors ? self::posted( 'id' ) : self::parameter( 'edit' ) );
		$deleted = Sources::get( self::parameter( 'delete' ) );
		if ( $deleted ) {
			self::show_deletion( $deleted );
		} elseif ( $edited ) {
			self::show_edit( $edited );
		} else {
			self::show_all();
		}
		echo '</div>';
	}

	/**
	 * Says why the form was not saved.
	 */
	private static function show_errors(): void {
		if ( ! self::$errors ) {
			return;
		}
		echo '<div class="notice notice-error" role="alert">';
		foreach ( self::$errors as $error ) {
			echo '<p>' . esc_html( $error ) . '</p>';
		}
		echo '</div>';
	}

	/**
	 * Says what was done, and what to do next.
	 *
	 * @param array|null $source The source.
	 */
	private static function show_success( ?array $source ): void {
		$done = self::parameter( 'done' );
		if ( 'deleted' === $done ) {
			self::show_notice( __( 'The source is deleted.', 'good-practice-browser' ) );
		} elseif ( 'saved' === $done && $source ) {
			/* translators: %s: name of a source. */
			$text = sprintf( __( '“%s” is saved. Next: edit a page, add the block “Good practices”, and publish.', 'good-practice-browser' ), $source['label'] );
			self::show_notice( $text, self::new_page_link( $source ) );
		} elseif ( 'fetched' === $done && $source && '' === self::state( $source )['error'] ) {
			/* translators: %s: name of a source. */
			self::show_notice( sprintf( __( '“%s” is up to date.', 'good-practice-browser' ), $source['label'] ) );
		}
	}

	/**
	 * Shows a notice of success.
	 *
	 * @param string $text Text.
	 * @param string $html What follows, as HTML.
	 */
	private static function show_notice( string $text, string $html = '' ): void {
		echo '<div class="notice notice-success" role="status"><p>' . esc_html( $text ) . '</p>';
		echo $html ? '<p>' . wp_kses_post( $html ) . '</p>' : '';
		echo '</div>';
	}

	/**
	 * Shows the sources and the forms for a new one.
	 */
	private static function show_all(): void {
		$sources = Sources::all();
		self::show_success( Sources::get( self::parameter( 'source' ) ) );
		if ( $sources ) {
			echo '<h2>' . esc_html__( 'Sources', 'good-practice-browser' ) . '</h2>';
			echo '<p>' . esc_html__( 'A list shows the good practices of one source.', 'good-practice-browser' ) . '</p>';
			echo '<ul class="gpb-cards">';
			array_map( array( self::class, 'show_source' ), $sources );
			echo '</ul><h2>' . esc_html__( 'Add a source', 'good-practice-browser' ) . '</h2>';
		} else {
			echo '<h2>' . esc_html__( 'Where do the good practices come from?', 'good-practice-browser' ) . '</h2>';
		}
		echo '<div class="gpb-cards">';
		foreach ( array( 'posts', 'address' ) as $kind ) {
			echo '<div class="gpb-card">';
			self::show_form( self::new_source( $kind ) );
			echo '</div>';
		}
		echo '</div>';
	}

	/**
	 * A source of a kind, with what was typed if it was not saved.
	 *
	 * @param string $kind Kind.
	 */
	private static function new_source( string $kind ): array {
		$is_retry = self::$errors && self::posted( 'kind' ) === $kind && '' === self::posted( 'id' );
		return array(
			'id'    => '',
			'kind'  => $kind,
			'label' => $is_retry ? self::posted( 'label' ) : '',
			'posts' => $is_retry ? self::posted( 'posts' ) : '',
			'url'   => $is_retry ? self::posted( 'url' ) : '',
		);
	}

	/**
	 * Shows a source and its state.
	 *
	 * @param array $source A source.
	 */
	private static function show_source( array $source ): void {
		$state = self::state( $source );
		echo '<li class="gpb-card"><h3>' . esc_html( $source['label'] ) . '</h3>';
		echo '<p class="gpb-origin">' . esc_html( self::describe( $source ) ) . '</p>';
		echo '<p class="gpb-state">' . esc_html( self::describe_state( $source, $state ) ) . '</p>';
		if ( '' !== $state['error'] ) {
			echo '<div class="notice notice-error inline"><p>' . esc_html( $state['error'] ) . '</p></div>';
		}
		if ( $state['findings'] ) {
			echo '<h4>' . esc_html__( 'To improve', 'good-practice-browser' ) . '</h4><ul class="gpb-findings">';
			foreach ( $state['findings'] as $finding ) {
				echo '<li>' . esc_html( $finding ) . '</li>';
			}
			echo '</ul>';
		}
		echo '<p>' . esc_html__( 'Shortcode for the classic editor:', 'good-practice-browser' ) . ' <code>' . esc_html( self::shortcode( $source ) ) . '</code></p>';
		$feed = FeedRoute::url( $source['id'] );
		printf(
			'<p>%s <a href="%s"><code>%s</code></a></p>',
			esc_html__( 'Address of the feed, for other sites:', 'good-practice-browser' ),
			esc_url( $feed ),
			esc_html( $feed )
		);
		echo '<div class="gpb-actions">' . wp_kses_post( self::new_page_link( $source ) );
		if ( 'address' === $source['kind'] ) {
			self::open_form( 'fetch', $source['id'] );
			$text = __( 'Fetch now', 'good-practice-browser' );
			self::show_button( $text, 'button', self::with_name( $text, $source ) );
			echo '</form>';
		}
		$links = array(
			'edit'   => __( 'Edit', 'good-practice-browser' ),
			'delete' => __( 'Delete', 'good-practice-browser' ),
		);
		// They stay together where the line breaks.
		echo '<span class="gpb-links">';
		foreach ( $links as $name => $text ) {
			printf(
				'<a class="gpb-%s" href="%s" aria-label="%s">%s</a>',
				esc_attr( $name ),
				esc_url( self::url( array( $name => $source['id'] ) ) ),
				esc_attr( self::with_name( $text, $source ) ),
				esc_html( $text )
			);
		}
		echo '</span></div></li>';
	}

	/**
	 * A link that creates a page with the list.
	 *
	 * @param array $source A source.
	 */
	private static function new_page_link( array $source ): string {
		if ( ! current_user_can( 'edit_pages' ) ) {
			return '';
		}
		$text = __( 'Create a page', 'good-practice-browser' );
		return sprintf(
			'<a class="button" href="%s" aria-label="%s">%s</a>',
			esc_url( admin_url( "post-new.php?post_type=page&good_practices={$source['id']}" ) ),
			esc_attr( self::with_name( $text, $source ) ),
			esc_html( $text )
		);
	}

	/**
	 * The text of a link or a button for screen readers, which also read it without its place.
	 *
	 * @param string $text   The text that others see.
	 * @param array  $source A source.
	 */
	private static function with_name( string $text, array $source ): string {
		/* translators: 1: a text such as “Category” or “Delete”, 2: what it is about, such as the name of a category. */
		return sprintf( __( '%1$s: %2$s', 'good-practice-browser' ), $text, $source['label'] );
	}

	/**
	 * Where the practices come from, for example “Category: Good practices”.
	 *
	 * @param array $source A source.
	 */
	private static function describe( array $source ): string {
		if ( 'posts' !== $source['kind'] ) {
			return $source['url'];
		}
		$type     = get_post_type_object( $source['post_type'] );
		$taxonomy = $source['taxonomy'] ? get_taxonomy( $source['taxonomy'] ) : null;
		$term     = $taxonomy ? get_term( (int) $source['term'], $source['taxonomy'] ) : null;
		if ( $taxonomy && $term instanceof \WP_Term ) {
			/* translators: 1: a text such as “Category” or “Delete”, 2: what it is about, such as the name of a category. */
			return sprintf( __( '%1$s: %2$s', 'good-practice-browser' ), $taxonomy->labels->singular_name, self::plain( $term->name ) );
		}
		return $type && ! $source['taxonomy'] ? $type->labels->name : __( 'These posts no longer exist. Edit the source.', 'good-practice-browser' );
	}

	/**
	 * How many practices there are, and how old they are.
	 *
	 * @param array $source A source.
	 * @param array $state  Its state.
	 */
	private static function describe_state( array $source, array $state ): string {
		if ( null === $state['count'] ) {
			return __( 'Not fetched yet.', 'good-practice-browser' );
		}
		/* translators: %s: a number. */
		$count = sprintf( _n( '%s practice.', '%s practices.', $state['count'], 'good-practice-browser' ), number_format_i18n( $state['count'] ) );
		if ( 'posts' === $source['kind'] || null === $state['time'] ) {
			return $count;
		}
		/* translators: %s: a duration, for example “5 minutes”. */
		return $count . ' ' . sprintf( __( 'Fetched %s ago.', 'good-practice-browser' ), human_time_diff( $state['time'] ) );
	}

	/**
	 * Asks whether to delete a source.
	 *
	 * @param array $source A source.
	 */
	private static function show_deletion( array $source ): void {
		/* translators: %s: name of a source. */
		echo '<h2>' . esc_html( sprintf( __( 'Delete “%s”?', 'good-practice-browser' ), $source['label'] ) ) . '</h2>';
		echo '<p>' . esc_html__( 'Pages with this list show it no longer. Posts stay.', 'good-practice-browser' ) . '</p>';
		self::open_form( 'delete', $source['id'] );
		echo '<p class="gpb-actions">';
		self::show_button( __( 'Delete the source', 'good-practice-browser' ), 'button button-primary' );
		self::show_cancel();
		echo '</p></form>';
	}

	/**
	 * Shows the form of a source.
	 *
	 * @param array $source A source.
	 */
	private static function show_edit( array $source ): void {
		/* translators: %s: name of a source. */
		echo '<h2>' . esc_html( sprintf( __( 'Edit “%s”', 'good-practice-browser' ), $source['label'] ) ) . '</h2><div class="gpb-card">';
		if ( self::$errors ) {
			$source = array( 'label' => self::posted( 'label' ) ) + $source;
			$source = array( 'posts' => self::posted( 'posts' ) ) + array( 'url' => self::posted( 'url' ) ) + $source;
		} elseif ( 'posts' === $source['kind'] ) {
			$source['posts'] = implode( '|', array( $source['post_type'], $source['taxonomy'], $source['taxonomy'] ? $source['term'] : '' ) );
		}
		self::show_form( $source );
		echo '</div>';
	}

	/**
	 * Shows a form for a new or an edited source.
	 *
	 * @param array $source A source. `posts` is the value of the select.
	 */
	private static function show_form( array $source ): void {
		$kind   = $source['kind'];
		$is_new = '' === $source['id'];
		if ( $is_new ) {
			echo '<h3>' . esc_html( 'posts' === $kind ? __( 'Posts of this site', 'good-practice-browser' ) : __( 'Another site', 'good-practice-browser' ) ) . '</h3>';
		}
		self::open_form( 'save', $source['id'] );
		printf( '<input type="hidden" name="kind" value="%s">', esc_attr( $kind ) );
		if ( 'posts' === $kind ) {
			self::open_field( 'gpb-posts', __( 'Posts', 'good-practice-browser' ) );
			self::show_posts_select( $source['posts'] );
			self::close_field( 'gpb-posts', __( 'The list shows published posts without a password. It is up to date as soon as you publish.', 'good-practice-browser' ) );
		} else {
			self::open_field( 'gpb-url', __( 'Address', 'good-practice-browser' ) );
			printf( '<input type="url" id="gpb-url" name="url" value="%s" required placeholder="https://" aria-describedby="gpb-url-help">', esc_attr( $source['url'] ) );
			self::close_field( 'gpb-url', __( 'The address of a feed of good practices, of RSS, or of the posts of a WordPress site. It begins with https://. This site fetches it every hour.', 'good-practice-browser' ) );
		}
		$name = "gpb-label-$kind";
		self::open_field( $name, __( 'Name (optional)', 'good-practice-browser' ) );
		printf( '<input type="text" id="%1$s" name="label" value="%2$s" maxlength="100" aria-describedby="%1$s-help">', esc_attr( $name ), esc_attr( $source['label'] ) );
		self::close_field( $name, __( 'Editors choose the source by this name.', 'good-practice-browser' ) );
		echo '<p class="gpb-actions">';
		self::show_button( $is_new ? __( 'Add the source', 'good-practice-browser' ) : __( 'Save', 'good-practice-browser' ), 'button button-primary' );
		if ( ! $is_new ) {
			self::show_cancel();
		}
		echo '</p></form>';
	}

	/**
	 * Shows the select with everything that can be a list of posts.
	 *
	 * @param string $chosen What is selected: type|taxonomy|term.
	 */
	private static function show_posts_select( string $chosen ): void {
		echo '<select id="gpb-posts" name="posts" required aria-describedby="gpb-posts-help">';
		printf( '<option value="">%s</option>', esc_html__( 'Choose …', 'good-practice-browser' ) );
		foreach ( self::list_posts( $chosen ) as $group => $options ) {
			printf( '<optgroup label="%s">', esc_attr( $group ) );
			foreach ( $options as $value => $label ) {
				printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $value, $chosen, false ), esc_html( $label ) );
			}
			echo '</optgroup>';
		}
		echo '</select>';
	}

	/**
	 * Everything that can be a list of posts: name of the post type => (type|taxonomy|term => label).
	 *
	 * @param string $chosen What is selected, which is always in the list.
	 */
	private static function list_posts( string $chosen ): array {
		$groups = array();
		foreach ( get_post_types( array(), 'objects' ) as $type ) {
			if ( ! OwnPosts::is_listable_type( $type->name ) ) {
				continue;
			}
			/* translators: %s: “Posts” or the name of another post type. */
			$options = array( "{$type->name}||" => sprintf( __( '%s: all', 'good-practice-browser' ), $type->labels->name ) );
			foreach ( get_object_taxonomies( $type->name, 'objects' ) as $taxonomy ) {
				if ( ! $taxonomy->public || ! $taxonomy->show_in_rest ) {
					continue;
				}
				foreach ( self::list_terms( $taxonomy->name, $chosen ) as $term ) {
					/* translators: 1: “Category” or the name of another taxonomy, 2: name of a category, 3: number of posts. */
					$options[ "{$type->name}|{$taxonomy->name}|{$term->term_id}" ] = sprintf( __( '%1$s: %2$s (%3$s)', 'good-practice-browser' ), $taxonomy->labels->singular_name, self::plain( $term->name ), number_format_i18n( $term->count ) );
				}
			}
			$groups[ $type->labels->name ] = ( $groups[ $type->labels->name ] ?? array() ) + $options;
		}
		return $groups;
	}

	/**
	 * The terms of a taxonomy with the most posts, by name.
	 *
	 * @param string $taxonomy Name of the taxonomy.
	 * @param string $chosen   What is selected: type|taxonomy|term.
	 * @return \WP_Term[]
	 */
	private static function list_terms( string $taxonomy, string $chosen ): array {
		$terms = get_terms(
			array(
				'taxonomy'   => $taxonomy,
				'hide_empty' => false,
				'orderby'    => 'count',
				'order'      => 'DESC',
				'number'     => self::MAX_TERMS,
			)
		);
		$terms = is_array( $terms ) ? $terms : array();
		list( , $of, $id ) = array_pad( explode( '|', $chosen ), 3, '' );
		$term              = $of === $taxonomy ? get_term( (int) $id, $taxonomy ) : null;
		if ( $term instanceof \WP_Term && ! in_array( $term->term_id, wp_list_pluck( $terms, 'term_id' ), true ) ) {
			$terms[] = $term;
		}
		return wp_list_sort( $terms, 'name' );
	}

	/**
	 * A name without entities. WordPress saves names of terms with them.
	 *
	 * @param string $name A name.
	 */
	private static function plain( string $name ): string {
		return html_entity_decode( $name, ENT_QUOTES, 'UTF-8' );
	}

	/**
	 * Opens a form.
	 *
	 * @param string $action What it does.
	 * @param string $id     Id of the source, '' for a new one.
	 */
	private static function open_form( string $action, string $id ): void {
		printf(
			'<form method="post" action="%s"><input type="hidden" name="gpb_action" value="%s"><input type="hidden" name="id" value="%s">',
			esc_url( self::url() ),
			esc_attr( $action ),
			esc_attr( $id )
		);
		wp_nonce_field( self::NONCE );
	}

	/**
	 * Opens a field.
	 *
	 * @param string $id    Id of the field.
	 * @param string $label Its label.
	 */
	private static function open_field( string $id, string $label ): void {
		printf( '<p class="gpb-field"><label for="%s">%s</label>', esc_attr( $id ), esc_html( $label ) );
	}

	/**
	 * Closes a field.
	 *
	 * @param string $id   Id of the field.
	 * @param string $help What belongs into it.
	 */
	private static function close_field( string $id, string $help ): void {
		printf( '<span class="description" id="%s-help">%s</span></p>', esc_attr( $id ), esc_html( $help ) );
	}

	/**
	 * Shows a button.
	 *
	 * @param string $text        Text.
	 * @param string $css_classes Classes.
	 * @param string $label       Text for screen readers, if it says more.
	 */
	private static function show_button( string $text, string $css_classes, string $label = '' ): void {
		printf( '<button type="submit" class="%s"%s>%s</button>', esc_attr( $css_classes ), $label ? ' aria-label="' . esc_attr( $label ) . '"' : '', esc_html( $text ) );
	}

	/**
	 * Shows the link back to the page.
	 */
	private static function show_cancel(): void {
		printf( '<a href="%s">%s</a>', esc_url( self::url() ), esc_html__( 'Cancel', 'good-practice-browser' ) );
	}
}
