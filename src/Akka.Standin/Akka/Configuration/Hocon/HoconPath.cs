namespace Akka.Configuration.Hocon;

/// <summary>Dotted paths, in which a quoted part may itself contain dots.</summary>
internal static class HoconPath
{
    public static IEnumerable<string> Split(string path)
    {
        for (var start = 0; start < path.Length;)
        {
            var quoted = path[start] == '"';
            var end = quoted ? path.IndexOf('"', start + 1) : path.IndexOf('.', start);
            if (end < 0)
                end = path.Length;
            yield return quoted ? path[(start + 1)..end] : path[start..end];
            start = quoted ? end + 2 : end + 1;
        }
    }
}
