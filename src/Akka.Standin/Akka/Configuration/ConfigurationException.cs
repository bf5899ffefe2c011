using Akka.Actor;

namespace Akka.Configuration;

/// <summary>A configuration that cannot be used: a needed section is missing, or a text cannot be read.</summary>
public class ConfigurationException : AkkaException
{
    public ConfigurationException(string message)
        : base(message)
    {
    }

    public ConfigurationException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
