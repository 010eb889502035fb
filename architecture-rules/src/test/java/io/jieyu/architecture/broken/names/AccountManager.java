package io.jieyu.architecture.broken.names;

/** Named after nothing. */
final class AccountManager {}
