# Writes OUTPUT: every file of DIRECTORY as text in the library, so that nothing is read at run time.
# Run by the build: cmake -DDIRECTORY=… -DOUTPUT=… -P embed_templates.cmake
file(GLOB files RELATIVE ${DIRECTORY} ${DIRECTORY}/*)
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
  file(READ ${DIRECTORY}/${file} text)
  string(APPEND rows "    {\"${file}\", R\"template(${text})template\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"plugin/report/templates.hpp\"

namespace rendabel::report {
namespace {
constexpr Template files[] = {
${rows}};
}  // namespace
std::span<const Template> templates() { return files; }
}  // namespace rendabel::report
")
