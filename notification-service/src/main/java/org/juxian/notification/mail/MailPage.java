package org.juxian.notification.mail;

import java.util.regex.Pattern;

/**
 * Sets the text of a mail as a page: one column, large enough to read on a phone, links to press.
 */
final class MailPage {

  private static final Pattern LINK = Pattern.compile("(https?://[^\\s<]+)");

  /** The page; everything in the text is shown as it stands, nothing of it is markup. */
  String html(String subject, String text) {
    StringBuilder paragraphs = new StringBuilder();
    String[] parts = text.split("\n\n", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean closing = i == parts.length - 1;
      paragraphs
          .append(
              closing
                  ? "<p style=\"margin:32px 0 0;padding-top:16px;border-top:1px solid #e3e6ea;color:#6b7480;font-size:13px\">"
                  : "<p style=\"margin:0 0 16px\">")
          .append(linked(escape(parts[i]).replace("\n", "<br>")))
          .append("</p>");
    }
    return """
        <!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title></head>
        <body style="margin:0;background:#f4f5f7;font-family:-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif">
        <div style="max-width:560px;margin:0 auto;padding:24px 16px">
        <div style="background:#fff;border-radius:12px;padding:28px 24px;color:#1d2430;font-size:16px;line-height:1.6">
        <h1 style="margin:0 0 20px;font-size:20px;line-height:1.35">%s</h1>%s</div></div></body></html>
        """
        .formatted(escape(subject), escape(subject), paragraphs);
  }

  private static String linked(String html) {
    return LINK.matcher(html).replaceAll("<a href=\"$1\" style=\"color:#0b6b5d\">$1</a>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
