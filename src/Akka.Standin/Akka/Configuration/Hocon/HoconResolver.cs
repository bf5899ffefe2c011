namespace Akka.Configuration.Hocon;

/// <summary>Finds what substitutions stand for, and refuses those that stand for nothing or for themselves.</summary>
internal sealed class HoconResolver
{
    private readonly HashSet<HoconValue> _open = [];
    private readonly HashSet<HoconValue> _done = [];

    public static void Resolve(HoconValue root, List<HoconSubstitution> substitutions, HoconReader reader)
    {
        if (substitutions.Count == 0)
            return;

        var config = new Config(root);
        foreach (var substitution in substitutions)
        {
            substitution.Target = config.GetValue(substitution.Path);
            if (substitution.Target is null && !substitution.IsOptional)
                throw reader.Error($"Unresolved substitution: {substitution.Path}", substitution.Position);
            if (substitution.Target is null)
                substitution.Owner.Remove(substitution);
        }

        new HoconResolver().RefuseCycles(root);
    }

    private void RefuseCycles(HoconValue value)
    {
        if (_done.Contains(value))
            return;
        if (!_open.Add(value))
            throw new FormatException("A substitution stands for itself");
        foreach (var element in value.Elements)
        {
            IEnumerable<HoconValue> below = element switch
            {
                HoconSubstitution { Target: { } target } => [target],
                HoconObject o => o.Items.Values,
                HoconArray a => a.Items,
                _ => [],
            };
            foreach (var next in below)
                RefuseCycles(next);
        }

        _open.Remove(value);
        _done.Add(value);
    }
}
