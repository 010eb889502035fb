/**
 * The four services of Jieyu as processes: their jars, ports, heaps and how they find each other.
 */
@NullMarked
package io.jieyu.sandbox.services;

import org.jspecify.annotations.NullMarked;
