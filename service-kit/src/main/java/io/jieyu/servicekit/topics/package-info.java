/** Topics are made by the services themselves, with what decides whether they can lose anything. */
@NullMarked
package io.jieyu.servicekit.topics;

import org.jspecify.annotations.NullMarked;
