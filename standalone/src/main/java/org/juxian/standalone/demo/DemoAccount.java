package org.juxian.standalone.demo;

/**
 * Somebody in the demo as whom one can sign in.
 *
 * @param role what the person is there for, in the launcher's language
 * @param address phone or mail address
 */
public record DemoAccount(String role, String address) {}
