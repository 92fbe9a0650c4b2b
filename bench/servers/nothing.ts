/** Reads a request and answers it: what this machine and the generator can do at most. */
import { createServer } from "node:http";
import { serve } from "./serve.ts";
import { readBody } from "./verify.ts";

const server = createServer(async (request, response) => {
  await readBody(request);
  response.writeHead(204).end();
});
serve(server, { path: "/" });
server.listen(0, "127.0.0.1");
