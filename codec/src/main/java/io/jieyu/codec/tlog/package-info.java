/**
 * Text forms of a seal and of a proof for which other people's tools exist: the signed note, the
 * tlog-checkpoint and the tlog-proof of the C2SP project.
 */
@NullMarked
package io.jieyu.codec.tlog;

import org.jspecify.annotations.NullMarked;
