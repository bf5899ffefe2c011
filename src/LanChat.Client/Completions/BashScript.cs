using System.Text;

namespace LanChat.Client.Completions;

/// <summary>Completion script for bash, version 4 or later.</summary>
internal static class BashScript
{
    public static string Of(CompletionTree tree)
    {
        var function = "_" + tree.Program.Replace('-', '_');
        var values = tree.AllOptions.Where(option => option.Value is not null).ToArray();
        var commands = string.Join('|', tree.Commands.Select(command => command.Name));
        var script = new StringBuilder($$"""
            # bash completion for {{tree.Program}}
            {{function}}() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= words= at
                for ((at = 1; at < COMP_CWORD; at++)); do
                    case ${COMP_WORDS[at]} in
                        {{Names(values)}}|:|=) ((at++)) ;;
                        {{commands}}) command=${COMP_WORDS[at]}; break ;;
                    esac
                done
                case $previous in

            """);
        foreach (var option in values.Where(option => option.Values.Count > 0))
        {
            var choices = $"compgen -W '{string.Join(' ', option.Values)}' -- \"$current\"";
            script.Append($"        {Names([option])}) mapfile -t COMPREPLY < <({choices}); return ;;\n");
        }

        var files = values.Where(option => option.TakesFile).ToArray();
        if (files.Length > 0)
        {
            const string Complete = "mapfile -t COMPREPLY < <(compgen -f -- \"$current\"); return ;;\n";
            script.Append($"        {Names(files)}) compopt -o filenames 2>/dev/null; {Complete}");
        }

        script.Append($$"""
                    {{Names(values)}}|:|=) COMPREPLY=(); return ;;
                esac
                case $command in

            """);
        foreach (var command in tree.Commands)
            script.Append($"        {command.Name}) words='{Words(command.Values, command.Options)}' ;;\n");
        return script.Append($$"""
                    *) words='{{Words(tree.Commands.Select(command => command.Name), tree.Options)}}' ;;
                esac
                mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
            }
            complete -F {{function}} {{tree.Program}}

            """).ToString();
    }

    private static string Names(IEnumerable<CompletionTree.Option> options) =>
        string.Join('|', options.SelectMany(option => option.Names));

    private static string Words(IEnumerable<string> words, IEnumerable<CompletionTree.Option> options) =>
        string.Join(' ', words.Concat(options.SelectMany(option => option.Names)));
}
