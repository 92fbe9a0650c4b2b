import { secureHeaders } from "hono/secure-headers";

type Options = NonNullable<Parameters<typeof secureHeaders>[0]>;

/** Over TLS alone, in nobody's frame, and taken for nothing that it does not say it is. What may be loaded differs. */
export const safeHeaders = (more: Pick<Options, "contentSecurityPolicy"> = {}) =>
  secureHeaders({
    xFrameOptions: "DENY",
    strictTransportSecurity: "max-age=31536000; includeSubDomains",
    crossOriginResourcePolicy: "same-origin",
    ...more,
  });
