# Before cpack closes a package: manual pages and changelogs as Debian keeps them.
file(GLOB_RECURSE pages ${CPACK_TEMPORARY_DIRECTORY}/*.1 ${CPACK_TEMPORARY_DIRECTORY}/changelog)
foreach(page IN LISTS pages)
  if(NOT IS_SYMLINK ${page} AND NOT page MATCHES "\\.so\\.")
    execute_process(COMMAND gzip -9nf ${page} COMMAND_ERROR_IS_FATAL ANY)
  endif()
endforeach()
