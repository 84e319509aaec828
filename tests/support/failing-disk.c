/*
 * A disk that fails, for tests: preloaded into a program, it lets the first SANAD_DISK_AFTER operations on files under SANAD_DISK go
 * through, and then does what SANAD_DISK_FAULT says:
 *   EIO, ENOSPC   every further operation is refused, as by a disk that was pulled out or is full (reads only for EIO)
 *   KILL          the process is killed in the middle of that very operation, of which half is carried out
 * With SANAD_DISK_NOTES, the path of a file elsewhere, every flush and rename is written there, a line each, in their order.
 * With SANAD_DISK_NO_FOLDERS no folder can be flushed, as on a network disk.
 * With SANAD_DISK_WHEN, the path of a file, it all begins once that file is there, and ends when it is gone: nothing is counted before.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long done;

static int is_under(const char *path) {
  const char *disk = getenv("SANAD_DISK");
  return disk != NULL && strncmp(path, disk, strlen(disk)) == 0;
}

static int is_on_disk(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_under(path);
}

static void note(const char *what, const char *path) {
  const char *notes = getenv("SANAD_DISK_NOTES");
  if (notes == NULL || !is_under(path)) return;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, notes, O_WRONLY | O_CREAT | O_APPEND, 0600);
  char line[4200];
  int length = snprintf(line, sizeof line, "%s %s\n", what, path);
  if (length > 0) syscall(SYS_write, fd, line, (size_t)length);
  syscall(SYS_close, fd);
}

static void note_file(const char *what, int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  note(what, path);
}

static int refuses_folder(int fd) {
  struct stat status;
  return getenv("SANAD_DISK_NO_FOLDERS") != NULL && fstat(fd, &status) == 0 && S_ISDIR(status.st_mode) && is_on_disk(fd);
}

static int has_begun(void) {
  const char *when = getenv("SANAD_DISK_WHEN");
  return when == NULL || access(when, F_OK) == 0;
}

enum { READING, WRITING, KEEPING };

/* 0: go on; an error number: refuse; -1: die half-way. Reading does not count, but a disk that is gone can not be read either, and a
   full one can still be flushed and freed. */
static int fault(int kind) {
  const char *what = getenv("SANAD_DISK_FAULT");
  const char *after = getenv("SANAD_DISK_AFTER");
  if (what == NULL || after == NULL || !has_begun()) return 0;
  long now = kind != READING ? atomic_fetch_add(&done, 1) + 1 : atomic_load(&done);
  if (now <= atol(after)) return 0;
  if (strcmp(what, "EIO") == 0) return EIO;
  if (kind == READING) return 0;
  if (strcmp(what, "KILL") == 0) return -1;
  return kind == WRITING ? ENOSPC : 0;
}

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, name))

#define WRITER(name, parameters, given, half)                                   \
  ssize_t name parameters {                                                     \
    ssize_t(*real) parameters = REAL(#name, ssize_t(*) parameters);             \
    int refused = is_on_disk(fd) ? fault(WRITING) : 0;                                \
    if (refused < 0) {                                                          \
      if (count > 1) real half;                                                 \
      raise(SIGKILL);                                                           \
    }                                                                           \
    if (refused > 0) {                                                          \
      errno = refused;                                                          \
      return -1;                                                                \
    }                                                                           \
    return real given;                                                          \
  }

WRITER(write, (int fd, const void *bytes, size_t count), (fd, bytes, count), (fd, bytes, count / 2))
WRITER(pwrite, (int fd, const void *bytes, size_t count, off_t at), (fd, bytes, count, at), (fd, bytes, count / 2, at))
WRITER(pwrite64, (int fd, const void *bytes, size_t count, off64_t at), (fd, bytes, count, at), (fd, bytes, count / 2, at))

#define READER(name, parameters, given)                                         \
  ssize_t name parameters {                                                     \
    ssize_t(*real) parameters = REAL(#name, ssize_t(*) parameters);             \
    int refused = is_on_disk(fd) ? fault(READING) : 0;                                \
    if (refused > 0) {                                                          \
      errno = refused;                                                          \
      return -1;                                                                \
    }                                                                           \
    return real given;                                                          \
  }

READER(read, (int fd, void *bytes, size_t count), (fd, bytes, count))
READER(pread, (int fd, void *bytes, size_t count, off_t at), (fd, bytes, count, at))
READER(pread64, (int fd, void *bytes, size_t count, off64_t at), (fd, bytes, count, at))

/* Before anything is counted. */
#define FLUSHED(fd)                                                             \
  note_file("flush", fd);                                                       \
  if (refuses_folder(fd)) {                                                     \
    errno = EINVAL;                                                             \
    return -1;                                                                  \
  }

#define KEEPER(name, parameters, given, on_disk, noted)                         \
  int name parameters {                                                         \
    noted;                                                                      \
    int(*real) parameters = REAL(#name, int(*) parameters);                     \
    int refused = (on_disk) ? fault(KEEPING) : 0;                                     \
    if (refused < 0) raise(SIGKILL);                                            \
    if (refused > 0) {                                                          \
      errno = refused;                                                          \
      return -1;                                                                \
    }                                                                           \
    return real given;                                                          \
  }

KEEPER(fsync, (int fd), (fd), is_on_disk(fd), FLUSHED(fd))
KEEPER(fdatasync, (int fd), (fd), is_on_disk(fd), FLUSHED(fd))
KEEPER(ftruncate, (int fd, off_t size), (fd, size), is_on_disk(fd), (void)0)
KEEPER(ftruncate64, (int fd, off64_t size), (fd, size), is_on_disk(fd), (void)0)
KEEPER(rename, (const char *from, const char *to), (from, to), is_under(from) || is_under(to), note("rename", to))
KEEPER(unlink, (const char *path), (path), is_under(path), (void)0)

/* A full disk says that it is full. */
#define ROOM(name, kind)                                                        \
  int name(const char *path, struct kind *answer) {                             \
    int(*real)(const char *, struct kind *) = REAL(#name, int (*)(const char *, struct kind *)); \
    int ended = real(path, answer);                                             \
    const char *what = getenv("SANAD_DISK_FAULT");                              \
    const char *after = getenv("SANAD_DISK_AFTER");                             \
    if (ended == 0 && is_under(path) && what && after && has_begun() && strcmp(what, "ENOSPC") == 0 && atomic_load(&done) > atol(after)) \
      answer->f_bavail = answer->f_bfree = 0;                                   \
    return ended;                                                               \
  }

ROOM(statfs, statfs)
ROOM(statfs64, statfs64)
