// What Redis does in one step. A line is a target chat's jobs by rank; a line with a job on its way has a *hand* on it.
//
//   forward:known         there is what belongs here; without it everything was flushed
//   forward:rebuilding    somebody is making it anew
//   forward:meanwhile     jobs that were put while they did
//   forward:line:<chat>   job → rank
//   forward:ready         chat → rank of its first job: lines that may go on
//   forward:later         chat → moment: lines that wait for their first job, or keep a pace
//   forward:held          job|rank|chat → moment: jobs that stand in no line yet
//   forward:hands         chat → moment: until when a worker is believed to be at it
//   forward:pace:<chat>   the moment at which the chat will have had its messages, at the pace it takes them
//   forward:rest          the moment until which Telegram takes nothing from the bot
//
// Every moment comes from the caller, so that a script does the same wherever it is replayed.

const words = `
local function key(name) return 'forward:' .. name end

local function offer(chat)
  local first = redis.call('ZRANGE', key('line:' .. chat), 0, 0, 'WITHSCORES')
  if first[1] then redis.call('ZADD', key('ready'), first[2], chat) end
end

local function stand(job, rank, chat)
  redis.call('ZADD', key('line:' .. chat), rank, job)
  if not redis.call('ZSCORE', key('hands'), chat) and not redis.call('ZSCORE', key('later'), chat) then offer(chat) end
end

local function enter(job, now)
  if tonumber(job.notBefore) > now then
    redis.call('ZADD', key('held'), job.notBefore, job.id .. '|' .. job.rank .. '|' .. job.chat)
  else
    stand(job.id, job.rank, job.chat)
  end
end

local function due(name, now)
  local found = redis.call('ZRANGEBYSCORE', key(name), '-inf', now, 'LIMIT', 0, 500)
  for _, each in ipairs(found) do redis.call('ZREM', key(name), each) end
  return found
end

local function first_moment(name)
  local first = redis.call('ZRANGE', key(name), 0, 0, 'WITHSCORES')
  return first[2] and tonumber(first[2]) or nil
end
`;

/** ARGV: now, jobs. Answers whether the lines were there, or are being rebuilt: then what is put comes in at the end. */
export const putScript = `${words}
if redis.call('EXISTS', key('known')) == 0 then
  if redis.call('EXISTS', key('rebuilding')) == 0 then return 0 end
  redis.call('RPUSH', key('meanwhile'), ARGV[2])
  return 1
end
for _, job in ipairs(cjson.decode(ARGV[2])) do enter(job, tonumber(ARGV[1])) end
return 1
`;

/**
 * ARGV: for how long nobody else begins the same, in milliseconds; whether only lines that are gone are meant. Nothing is there
 * until it is rebuilt. Answers 0 where somebody is at it: two who rebuild would take away what the other has put there.
 */
export const forgetScript = `${words}
if ARGV[2] == 'gone' and redis.call('EXISTS', key('known')) == 1 then return 0 end
if not redis.call('SET', key('rebuilding'), 1, 'PX', ARGV[1], 'NX') then return 0 end
redis.call('DEL', key('known'), key('meanwhile'))
return 1
`;

/** ARGV: chat. */
export const dropScript = `${words}
for _, name in ipairs({ 'ready', 'later', 'hands' }) do redis.call('ZREM', key(name), ARGV[1]) end
redis.call('DEL', key('line:' .. ARGV[1]))
return 1
`;

/** Nothing is in any line. */
export const emptyScript = `${words}
redis.call('DEL', key('ready'), key('later'), key('held'), key('hands'))
return 1
`;

/**
 * ARGV: now, lines: each with its chat, its jobs, and until when somebody is at it or it waits; for how long nobody else begins
 * the same. Pace and rest stay as they are.
 */
export const rebuildScript = `${words}
local now = tonumber(ARGV[1])
redis.call('SET', key('rebuilding'), 1, 'PX', ARGV[3])
for _, line in ipairs(cjson.decode(ARGV[2])) do
  local name = key('line:' .. line.chat)
  redis.call('DEL', name)
  for _, job in ipairs(line.jobs) do
    if tonumber(job.notBefore) > now then
      redis.call('ZADD', key('held'), job.notBefore, job.id .. '|' .. job.rank .. '|' .. line.chat)
    else
      redis.call('ZADD', name, job.rank, job.id)
    end
  end
  if line.handUntil then redis.call('ZADD', key('hands'), line.handUntil, line.chat)
  elseif line.retryAt and line.retryAt > now then redis.call('ZADD', key('later'), line.retryAt, line.chat)
  else offer(line.chat) end
end
return 1
`;

/** ARGV: now. They are whole, with what was put meanwhile. */
export const knowScript = `${words}
for _, jobs in ipairs(redis.call('LRANGE', key('meanwhile'), 0, -1)) do
  for _, job in ipairs(cjson.decode(jobs)) do enter(job, tonumber(ARGV[1])) end
end
redis.call('DEL', key('meanwhile'), key('rebuilding'))
redis.call('SET', key('known'), 1)
return 1
`;

/**
 * ARGV: now, settled, how many to take, most hands, lease in milliseconds. What is settled gives its hand back first.
 * Answers JSON: {taken: [[chat, job]…], next, more}, or {flushed: true}.
 */
export const turnScript = `${words}
local now, wanted, most, lease = tonumber(ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
if redis.call('EXISTS', key('known')) == 0 then return cjson.encode({ flushed = true }) end

for _, each in ipairs(cjson.decode(ARGV[2])) do
  local chat, line = each.chat, key('line:' .. each.chat)
  redis.call('ZREM', key('hands'), chat)
  if each.is ~= 'again' then redis.call('ZREM', line, each.job) end
  if each.is == 'hold' then
    redis.call('ZADD', key('held'), each.notBefore, each.job .. '|' .. each.rank .. '|' .. chat)
  end
  local wait = tonumber(each.untilMoment or 0)
  if each.every then
    local pace = math.max(tonumber(redis.call('GET', key('pace:' .. chat)) or 0), now) + each.every * each.messages
    redis.call('SET', key('pace:' .. chat), pace, 'PX', math.ceil(pace - now) + 1000)
    wait = math.max(wait, pace - each.burst * each.every)
  end
  if each.rest then redis.call('SET', key('rest'), each.rest, 'PX', math.max(1, math.ceil(each.rest - now))) end
  if wait > now then
    redis.call('ZREM', key('ready'), chat)
    redis.call('ZADD', key('later'), wait, chat)
  else
    offer(chat)
  end
end

for _, chat in ipairs(due('hands', now)) do offer(chat) end
for _, held in ipairs(due('held', now)) do
  local job, rank, chat = string.match(held, '([^|]+)|([^|]+)|([^|]+)')
  stand(job, rank, chat)
end
for _, chat in ipairs(due('later', now)) do offer(chat) end

local rest = tonumber(redis.call('GET', key('rest')) or 0)
local taken = {}
while rest <= now and #taken < wanted and redis.call('ZCARD', key('hands')) < most do
  local chat = redis.call('ZPOPMIN', key('ready'))[1]
  if not chat then break end
  local job = redis.call('ZRANGE', key('line:' .. chat), 0, 0)[1]
  if job and not redis.call('ZSCORE', key('hands'), chat) then
    redis.call('ZADD', key('hands'), now + lease, chat)
    taken[#taken + 1] = { chat, job }
  end
end

local more = redis.call('ZCARD', key('ready'))
local next_moment = nil
for _, name in ipairs({ 'later', 'held', 'hands' }) do
  local first = first_moment(name)
  if first and (not next_moment or first < next_moment) then next_moment = first end
end
if more > 0 then next_moment = math.max(rest, now) end
return cjson.encode({ taken = #taken > 0 and taken or nil, next = next_moment, more = more })
`;
