using Akka.Configuration;

namespace Akka.Util;

/// <summary>Types that a configuration names: <c>Namespace.Type, Assembly</c>.</summary>
internal static class TypeNames
{
    /// <summary>The assembly's name is a hint only: the type may live in another one here.</summary>
    public static Type? Find(string name)
    {
        if (Type.GetType(name) is { } found)
            return found;
        var fullName = name.Split(',', 2)[0].Trim();
        return AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(fullName)).FirstOrDefault(type => type is not null);
    }

    public static object New(string name, params object[] arguments)
    {
        var type = Find(name) ?? throw new ConfigurationException($"Could not find the type \"{name}\" that the configuration names");
        return Activator.CreateInstance(type, arguments)!;
    }
}
