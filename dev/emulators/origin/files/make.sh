#!/bin/sh
# How the files beside this script were made (ffmpeg 5.1): two seconds of a square that falls, and a tone. They are kept
# in the repository, so that nobody needs ffmpeg to run the world.
set -eu
plain="-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact"
start="-movflags +faststart"

ffmpeg -v error -y \
  -f lavfi -i "color=c=0x22304a:size=720x1280:rate=10:duration=2" \
  -f lavfi -i "color=c=0xf2a33a:size=180x180:rate=10:duration=2" \
  -f lavfi -i "sine=frequency=440:duration=2:sample_rate=44100" \
  -filter_complex "[0][1]overlay=x=270:y='180+t*370',format=yuv420p[v]" -map "[v]" -map 2:a \
  -c:v libx264 -profile:v main -preset veryslow -crf 30 -c:a aac -b:a 32k -shortest $start $plain video.mp4
ffmpeg -v error -y -i video.mp4 -c copy -an $start $plain picture.mp4
ffmpeg -v error -y -i video.mp4 -c copy -vn $start $plain sound.m4a
ffmpeg -v error -y -i video.mp4 -vn -c:a libmp3lame -b:a 32k -id3v2_version 0 -write_xing 0 $plain sound.mp3

number=1
for colour in steelblue goldenrod seagreen; do
  ffmpeg -v error -y -f lavfi -i "color=c=$colour:size=320x568" -frames:v 1 -q:v 8 $plain "photo-$number.jpg"
  number=$((number + 1))
done
