using System.Text;

namespace LanChat.Client.Completions;

/// <summary>Completion script for zsh.</summary>
internal static class ZshScript
{
    public static string Of(CompletionTree tree)
    {
        var name = "_" + tree.Program;
        var script = new StringBuilder($$"""
            #compdef {{tree.Program}}
            # zsh completion for {{tree.Program}}
            _{{tree.Program}}() {
                local context state state_descr line
                typeset -A opt_args
                _arguments -C \
            {{Arguments(tree.Options)}}        '1: :->command' \
                    '*:: :->rest' && return
                case $state in
                    command)
                        local -a commands=(

            """);
        foreach (var command in tree.Commands)
            script.Append($"                {Quote($"{command.Name}:{command.Meaning}")}\n");
        script.Append("""
                        )
                        _describe command commands ;;
                    rest)
                        case $words[1] in

            """);
        foreach (var command in tree.Commands)
        {
            script.Append($"                {command.Name}) _arguments \\\n{Arguments(command.Options)}");
            var values = command.Values.Count > 0 ? $"'1: :({string.Join(' ', command.Values)})'" : "'*: :'";
            script.Append($"        {values} ;;\n");
        }

        return script.Append($$"""
                        esac ;;
                esac
            }
            if [ "$funcstack[1]" = "{{name}}" ]; then {{name}} "$@"; else compdef {{name}} {{tree.Program}}; fi

            """).ToString();
    }

    private static string Arguments(IEnumerable<CompletionTree.Option> options) =>
        string.Concat(options.SelectMany(option =>
            option.Names.Select(name => $"        {Quote(Argument(option, name))} \\\n")));

    private static string Argument(CompletionTree.Option option, string name)
    {
        var values = option.TakesFile
            ? "_files"
            : option.Values.Count > 0 ? $"({string.Join(' ', option.Values)})" : " ";
        return $"*{name}[{Escape(option.Meaning)}]" + (option.Value is null ? "" : $":{Escape(option.Value)}:{values}");
    }

    /// <summary>Escapes brackets and colons, which separate the fields of an argument.</summary>
    private static string Escape(string text) =>
        text.Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal)
            .Replace(":", "\\:", StringComparison.Ordinal);

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
