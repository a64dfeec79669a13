package org.juxian.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo as written down in {@code alliance.json}.
 *
 * @param accounts who there is, by key; the address {@code administrator} stands for the platform's
 *     own
 * @param steps what they do, in order
 */
record DemoScript(Map<String, Account> accounts, List<DemoStep> steps) {

  /**
   * Somebody who signs in.
   *
   * @param show the name of a text which tells who this is; empty if the person is not worth
   *     telling of
   */
  record Account(String address, String show) {}

  static DemoScript read() throws IOException {
    try (InputStream in = DemoScript.class.getResourceAsStream("alliance.json")) {
      if (in == null) {
        throw new IOException("alliance.json is not in the jar.");
      }
      return JsonMapper.builder().build().readValue(in, DemoScript.class);
    }
  }
}
