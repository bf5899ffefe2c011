using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace LanChat.Texts.Tests;

/// <summary>
/// The strings and calls in the compiled methods of an assembly, without those of the text classes.
/// </summary>
internal sealed class Code : IDisposable
{
    /// <summary>The instructions by opcode; two-byte opcodes begin with 0xFE.</summary>
    private static readonly Dictionary<ushort, OpCode> Instructions = typeof(OpCodes).GetFields(
        BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (ushort)code.Value);

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    private Code(Assembly assembly)
    {
        _file = new PEReader(File.OpenRead(assembly.Location));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>The string literals.</summary>
    public static IReadOnlyList<string> StringsOf(Assembly assembly)
    {
        using var code = new Code(assembly);
        return [.. code.Tokens(OperandType.InlineString).Select(
            token => code._metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(token)))];
    }

    /// <summary>The methods that are called or used as delegates, as <c>Type.Method</c>.</summary>
    public static IReadOnlyList<string> CallsOf(Assembly assembly)
    {
        using var code = new Code(assembly);
        return [.. code.Tokens(OperandType.InlineMethod).Select(
            token => code.NameOf(MetadataTokens.EntityHandle(token))).OfType<string>()];
    }

    public void Dispose() => _file.Dispose();

    private string? NameOf(EntityHandle method)
    {
        if (method.Kind == HandleKind.MethodDefinition)
        {
            var own = _metadata.GetMethodDefinition((MethodDefinitionHandle)method);
            return $"{_metadata.GetString(_metadata.GetTypeDefinition(own.GetDeclaringType()).Name)}.{_metadata.GetString(own.Name)}";
        }

        // Texts are neither generic methods nor methods of generic types.
        if (method.Kind != HandleKind.MemberReference) return null;
        var member = _metadata.GetMemberReference((MemberReferenceHandle)method);
        if (member.Parent.Kind != HandleKind.TypeReference) return null;
        var type = _metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{_metadata.GetString(type.Name)}.{_metadata.GetString(member.Name)}";
    }

    private IEnumerable<int> Tokens(OperandType kind) =>
        _metadata.MethodDefinitions.Select(_metadata.GetMethodDefinition)
        .Where(method => method.RelativeVirtualAddress != 0 && !IsText(method.GetDeclaringType()))
        .SelectMany(method => Tokens(_file.GetMethodBody(method.RelativeVirtualAddress).GetILReader(), kind));

    private bool IsText(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? IsText(outer)
            : _metadata.GetString(type.Namespace) == typeof(Languages).Namespace
                && _metadata.GetString(type.Name).EndsWith("Texts", StringComparison.Ordinal);
    }

    private static List<int> Tokens(BlobReader body, OperandType kind)
    {
        var tokens = new List<int>();
        while (body.RemainingBytes > 0)
        {
            var first = body.ReadByte();
            var operand = Instructions[first == 0xFE ? (ushort)(0xFE00 | body.ReadByte()) : first].OperandType;
            if (operand == kind) tokens.Add(body.ReadInt32());
            else body.Offset += SizeOf(operand, body);
        }

        return tokens;
    }

    private static int SizeOf(OperandType operand, BlobReader body) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * body.ReadInt32(),
        _ => 4,
    };
}
