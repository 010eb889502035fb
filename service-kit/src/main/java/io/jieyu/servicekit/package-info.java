/**
 * The wiring that every service needs once, as Spring Boot auto-configuration: the messages' form,
 * topics, MongoDB and its projections, problem details, meters. A service imports {@code
 * classpath:service-kit.yaml} and has it all.
 */
@NullMarked
package io.jieyu.servicekit;

import org.jspecify.annotations.NullMarked;
