using System.Collections.Concurrent;

namespace Akka.Actor;

internal sealed partial class ActorSystemImpl
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();

    public override object RegisterExtension(IExtensionId extension) =>
        _extensions.GetOrAdd(extension.ExtensionType, _ => new Lazy<object>(() => extension.CreateExtension(this))).Value;

    public override object GetExtension(IExtensionId extensionId) => Find(extensionId.ExtensionType)!;

    public override T GetExtension<T>() => (T)Find(typeof(T))!;

    public override bool HasExtension<T>() => _extensions.ContainsKey(typeof(T));

    public override bool TryGetExtension<T>(out T extension)
    {
        extension = GetExtension<T>();
        return extension is not null;
    }

    private object? Find(Type type) => _extensions.TryGetValue(type, out var extension) ? extension.Value : null;
}
