using System.Text;

namespace LanChat.Client.Completions;

/// <summary>Completion script for fish.</summary>
internal static class FishScript
{
    public static string Of(CompletionTree tree)
    {
        var none = $"not __fish_seen_subcommand_from {string.Join(' ', tree.Commands.Select(command => command.Name))}";
        var script = new StringBuilder($"# fish completion for {tree.Program}\ncomplete -c {tree.Program} -f\n");
        foreach (var option in tree.Options) Add(none, option);
        foreach (var command in tree.Commands)
        {
            var meaning = Quote(command.Meaning);
            script.Append($"complete -c {tree.Program} -n {Quote(none)} -a {command.Name} -d {meaning}\n");
            var within = $"__fish_seen_subcommand_from {command.Name}";
            if (command.Values.Count > 0)
            {
                var values = Quote(string.Join(' ', command.Values));
                script.Append($"complete -c {tree.Program} -n {Quote(within)} -a {values}\n");
            }

            foreach (var option in command.Options) Add(within, option);
        }

        return script.ToString();

        void Add(string condition, CompletionTree.Option option)
        {
            var names = string.Join(' ', option.Names.Select(Name));
            script.Append($"complete -c {tree.Program} -n {Quote(condition)} {names}");
            script.Append($" -d {Quote(option.Meaning)}{Value(option)}\n");
        }
    }

    private static string Name(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) ? $"-l {name[2..]}" : $"-s {name[1..]}";

    private static string Value(CompletionTree.Option option) =>
        option.Value is null ? ""
        : option.TakesFile ? " -r -F"
        : option.Values.Count > 0 ? $" -x -a {Quote(string.Join(' ', option.Values))}"
        : " -x";

    private static string Quote(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
