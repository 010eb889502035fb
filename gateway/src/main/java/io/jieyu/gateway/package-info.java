/**
 * The one door: routes to the services, the page of their APIs, and the first page ({@code
 * static}).
 */
@NullMarked
package io.jieyu.gateway;

import org.jspecify.annotations.NullMarked;
